CREATE TABLE shipped_numbers (number INT) WITH (
  'connector' = 'kafka', 'topic' = 'shipped-numbers', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO shipped_numbers SELECT id FROM orders INTERSECT SELECT order_id FROM shipments;
