CREATE TABLE sales_by_either (category STRING, customer STRING, level BIGINT, total DECIMAL(12, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'sales-by-either', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO sales_by_either
SELECT category, customer, GROUPING_ID(category, customer), SUM(amount)
FROM orders
GROUP BY GROUPING SETS ((category), (customer), ());
