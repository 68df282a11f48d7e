CREATE TABLE first_orders (id INT, category STRING) WITH (
  'connector' = 'kafka', 'topic' = 'first-orders', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO first_orders
SELECT id, category
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY category ORDER BY arrival ASC) AS n FROM orders)
WHERE n = 1;
