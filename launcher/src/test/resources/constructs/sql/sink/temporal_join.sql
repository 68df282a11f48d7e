CREATE TABLE converted_orders (id INT, converted DECIMAL(12, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'converted-orders', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO converted_orders
SELECT o.id, o.amount * r.rate
FROM orders AS o
JOIN rates FOR SYSTEM_TIME AS OF o.order_time AS r ON o.category = r.currency;
