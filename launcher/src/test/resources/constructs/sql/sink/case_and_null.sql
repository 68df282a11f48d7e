CREATE TABLE graded_orders (
  id INT, grade STRING, category STRING, known STRING, is_toy BOOLEAN, may_be_toy BOOLEAN, PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'elasticsearch-7', 'hosts' = 'http://localhost:9200', 'index' = 'graded-orders');
INSERT INTO graded_orders
SELECT
  id,
  CASE WHEN amount >= 100 THEN 'large' WHEN amount >= 10 THEN 'middle' ELSE 'small' END,
  COALESCE(category, 'none'),
  NULLIF(category, 'n/a'),
  category = 'toy',
  (category = 'toy') IS NOT FALSE
FROM orders;
