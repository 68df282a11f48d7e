CREATE TABLE sales_rolled_up (category STRING, customer STRING, orders BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'sales-rolled-up', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO sales_rolled_up SELECT category, customer, COUNT(*) FROM orders GROUP BY ROLLUP (category, customer);
