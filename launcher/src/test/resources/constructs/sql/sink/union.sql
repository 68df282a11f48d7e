CREATE TABLE distinct_numbers (number INT) WITH (
  'connector' = 'kafka', 'topic' = 'distinct-numbers', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO distinct_numbers SELECT id FROM orders UNION SELECT order_id FROM shipments;
