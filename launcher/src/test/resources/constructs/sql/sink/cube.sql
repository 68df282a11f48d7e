CREATE TABLE sales_cube (category STRING, customer STRING, orders BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'sales-cube', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO sales_cube SELECT category, customer, COUNT(*) FROM orders GROUP BY CUBE (category, customer);
