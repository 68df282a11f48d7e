-- Orders that still stand, per minute of the order's own time. A row that comes after its minute was closed is late
-- and changes nothing.
CREATE TEMPORARY VIEW minute_sales AS
SELECT
  window_start,
  category,
  COUNT(*) AS orders,
  CAST(SUM(amount) AS DECIMAL(18, 2)) AS revenue
FROM TABLE(TUMBLE(TABLE order_layer, DESCRIPTOR(order_time), INTERVAL '1' MINUTE))
WHERE status <> 'CANCELLED'
GROUP BY window_start, window_end, category;
