CREATE TABLE all_numbers (number INT) WITH (
  'connector' = 'kafka', 'topic' = 'all-numbers', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO all_numbers SELECT id FROM orders UNION ALL SELECT order_id FROM shipments;
