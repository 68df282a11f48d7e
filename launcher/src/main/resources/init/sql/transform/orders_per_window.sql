CREATE TEMPORARY VIEW orders_per_window AS
SELECT window_start, category, COUNT(*) AS orders, SUM(amount) AS revenue
FROM TABLE(TUMBLE(TABLE random_orders, DESCRIPTOR(order_time), INTERVAL '5' SECOND))
GROUP BY window_start, window_end, category;
