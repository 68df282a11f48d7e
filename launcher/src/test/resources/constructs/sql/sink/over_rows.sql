CREATE TABLE last_two (id INT, total DECIMAL(12, 2), previous DECIMAL(10, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'last-two', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO last_two
SELECT id, SUM(amount) OVER pair, FIRST_VALUE(amount) OVER pair
FROM orders
WINDOW pair AS (PARTITION BY category ORDER BY order_time ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);
