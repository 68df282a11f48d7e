CREATE TEMPORARY VIEW large_orders (id, amount, order_day) AS
SELECT id, amount, CAST(order_time AS DATE) FROM orders WHERE amount > 100;
