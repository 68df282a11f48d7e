CREATE TABLE waiting_orders (id INT) WITH (
  'connector' = 'kafka', 'topic' = 'waiting-orders', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO waiting_orders
SELECT o.id FROM orders AS o WHERE NOT EXISTS (SELECT 1 FROM shipments AS s WHERE s.order_id = o.id);
