-- What sold best each day, by units; of two products with equal units the one that comes first by name ranks higher.
CREATE TEMPORARY VIEW product_sales AS
SELECT
  CAST(order_time AS DATE) AS order_day,
  product,
  SUM(CAST(quantity AS BIGINT)) AS units,
  CAST(SUM(amount) AS DECIMAL(18, 2)) AS revenue
FROM order_layer
WHERE status <> 'CANCELLED'
GROUP BY CAST(order_time AS DATE), product;

CREATE TEMPORARY VIEW daily_top_products AS
SELECT order_day, rank_no, product, units, revenue
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY order_day ORDER BY units DESC, product ASC) AS rank_no
  FROM product_sales
)
WHERE rank_no <= 10;
