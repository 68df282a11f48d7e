CREATE TABLE order_shipments (order_id INT, carrier STRING) WITH (
  'connector' = 'kafka', 'topic' = 'order-shipments', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO order_shipments
SELECT o.id, s.carrier
FROM orders AS o
LEFT JOIN shipments AS s
  ON o.id = s.order_id AND s.ship_time BETWEEN o.order_time AND o.order_time + INTERVAL '10' SECOND;
