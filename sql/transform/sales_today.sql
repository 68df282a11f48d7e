-- Each day's sales so far, every five minutes of the orders' own time, days in UTC. Points that were drawn stay. An order
-- that is late, changed or deleted counts as it now is from the next point on, until its day is over.
-- (Where days begin elsewhere, as at 16:00 UTC in Shanghai, add INTERVAL '16' HOUR as the offset, after the size.)
CREATE TEMPORARY VIEW sales_so_far AS
SELECT
  window_start,
  window_end,
  COUNT(*) AS orders,
  COUNT(DISTINCT customer_id) AS customers,
  CAST(SUM(amount) AS DECIMAL(18, 2)) AS revenue
FROM TABLE(CUMULATE(TABLE order_layer, DESCRIPTOR(order_time), INTERVAL '5' MINUTE, INTERVAL '1' DAY))
WHERE status <> 'CANCELLED'
GROUP BY window_start, window_end;
