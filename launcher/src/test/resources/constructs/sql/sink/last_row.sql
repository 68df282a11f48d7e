CREATE TABLE last_orders (category STRING, id INT, PRIMARY KEY (category) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'last-orders', 'properties.bootstrap.servers' = 'localhost:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
INSERT INTO last_orders
SELECT category, id
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY category ORDER BY order_time DESC) AS n FROM orders)
WHERE n = 1;
