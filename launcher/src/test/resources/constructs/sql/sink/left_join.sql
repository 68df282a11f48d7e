CREATE TABLE known_cities (id INT, city STRING) WITH (
  'connector' = 'kafka', 'topic' = 'known-cities', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO known_cities SELECT o.id, p.city FROM orders AS o LEFT JOIN profiles AS p ON o.customer = p.customer;
