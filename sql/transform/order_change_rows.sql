-- Changes of orders as flat rows, with the day (UTC) of the change.
CREATE TEMPORARY VIEW order_change_rows AS
SELECT
  log_partition,
  log_offset,
  changed_at,
  r.change_kind AS change_kind,
  r.order_id AS order_id,
  r.customer_id AS customer_id,
  r.email AS email,
  r.product AS product,
  r.category AS category,
  r.quantity AS quantity,
  r.amount AS amount,
  r.status AS status,
  r.order_time AS order_time,
  DATE_FORMAT(changed_at, 'yyyy-MM-dd') AS dt
FROM (
  SELECT log_partition, log_offset, changed_at, COALESCE(`after`, `before`) AS r
  FROM order_changes
)
WHERE r IS NOT NULL;
