CREATE TABLE category_totals (category STRING, orders BIGINT, total DECIMAL(12, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'category-totals', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO category_totals SELECT category, COUNT(amount), SUM(amount) FROM orders GROUP BY category;
