CREATE TABLE open_numbers (number INT) WITH (
  'connector' = 'kafka', 'topic' = 'open-numbers', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO open_numbers SELECT id FROM orders EXCEPT SELECT order_id FROM shipments;
