-- Orders as the rest of the company may see them: one spelling, no e-mail address in clear.
CREATE TEMPORARY VIEW clean_orders AS
SELECT
  order_id,
  customer_id,
  mask_email(TRIM(email)) AS email,
  TRIM(product) AS product,
  LOWER(TRIM(category)) AS category,
  quantity,
  amount,
  UPPER(TRIM(status)) AS status,
  order_time,
  change_kind
FROM shop_orders
WHERE order_time IS NOT NULL;
