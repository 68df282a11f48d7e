CREATE TEMPORARY VIEW top_orders AS
SELECT id, amount FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY amount DESC) AS place FROM orders) WHERE place <= 2;
