CREATE TABLE sorted_orders (id INT) WITH (
  'connector' = 'kafka', 'topic' = 'sorted-orders', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO sorted_orders SELECT id FROM orders ORDER BY order_time, amount DESC;
