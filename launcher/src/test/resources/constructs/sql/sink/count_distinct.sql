CREATE TABLE category_customers (category STRING, orders BIGINT, customers BIGINT, large_orders BIGINT, PRIMARY KEY (category) NOT ENFORCED)
WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://localhost:5432/shop', 'table-name' = 'category_customers');
INSERT INTO category_customers
SELECT category, COUNT(*), COUNT(DISTINCT customer), COUNT(*) FILTER (WHERE amount >= 10)
FROM orders
GROUP BY category;
