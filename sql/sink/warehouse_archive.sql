INSERT INTO order_archive
SELECT
  log_partition, log_offset, changed_at, change_kind, order_id, customer_id, email, product, category, quantity,
  amount, status, order_time, dt
FROM order_change_rows;

INSERT INTO order_archive_maxcompute
SELECT
  log_partition, log_offset, changed_at, change_kind, order_id, customer_id, email, product, category, quantity,
  amount, status, order_time, dt
FROM order_change_rows;
