CREATE TABLE order_cities (id INT, city STRING) WITH (
  'connector' = 'kafka', 'topic' = 'order-cities', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO order_cities SELECT o.id, p.city FROM orders AS o JOIN profiles AS p ON o.customer = p.customer;
