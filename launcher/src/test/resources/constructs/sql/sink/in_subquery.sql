CREATE TABLE shipped_orders (id INT) WITH (
  'connector' = 'kafka', 'topic' = 'shipped-orders', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO shipped_orders SELECT id FROM orders WHERE id IN (SELECT order_id FROM shipments WHERE carrier = 'post');
