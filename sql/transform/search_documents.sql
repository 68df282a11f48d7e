-- One document a published product. LEFT JOIN: a product without stock, or whose category is missing or comes later, is
-- found all the same.
CREATE TEMPORARY VIEW product_stock AS
SELECT product_id, SUM(quantity) AS available
FROM shop_stock
GROUP BY product_id;

CREATE TEMPORARY VIEW search_documents AS
SELECT
  p.product_id,
  p.name,
  p.description,
  c.name AS category,
  p.price,
  COALESCE(s.available, 0) AS available,
  COALESCE(s.available, 0) > 0 AS in_stock
FROM shop_products AS p
LEFT JOIN product_stock AS s ON p.product_id = s.product_id
LEFT JOIN shop_categories AS c ON p.category_id = c.category_id
WHERE p.published;
