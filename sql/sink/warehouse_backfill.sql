-- One day anew: its folder of files is replaced, its rows in MaxCompute are written over by their key.
INSERT OVERWRITE order_archive PARTITION (dt = '${backfill.day}')
SELECT
  log_partition, log_offset, changed_at, change_kind, order_id, customer_id, email, product, category, quantity,
  amount, status, order_time
FROM order_change_rows
WHERE dt = '${backfill.day}';

INSERT INTO order_archive_maxcompute
SELECT
  log_partition, log_offset, changed_at, change_kind, order_id, customer_id, email, product, category, quantity,
  amount, status, order_time, dt
FROM order_change_rows
WHERE dt = '${backfill.day}';
