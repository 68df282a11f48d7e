CREATE TABLE order_countries (id INT, country STRING) WITH (
  'connector' = 'kafka', 'topic' = 'order-countries', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO order_countries
SELECT o.id, c.country
FROM orders AS o
LEFT JOIN customers FOR SYSTEM_TIME AS OF o.arrival AS c ON o.customer = c.customer;
