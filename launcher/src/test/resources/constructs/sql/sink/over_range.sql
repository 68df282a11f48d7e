CREATE TABLE last_ten_seconds (id INT, orders BIGINT, total DECIMAL(12, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'last-ten-seconds', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO last_ten_seconds
SELECT id, COUNT(*) OVER recent, SUM(amount) OVER recent
FROM orders
WINDOW recent AS (
  PARTITION BY customer ORDER BY order_time RANGE BETWEEN INTERVAL '10' SECOND PRECEDING AND CURRENT ROW);
