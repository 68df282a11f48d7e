CREATE TABLE everyone (customer STRING, order_id INT, city STRING) WITH (
  'connector' = 'kafka', 'topic' = 'everyone', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO everyone
SELECT COALESCE(o.customer, p.customer), o.id, p.city
FROM orders AS o FULL JOIN profiles AS p ON o.customer = p.customer;
