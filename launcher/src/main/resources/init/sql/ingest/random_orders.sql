-- Ten made-up orders a second.
CREATE TABLE random_orders (
  order_id   BIGINT,
  category   INT,
  amount     DECIMAL(10, 2),
  order_time AS CAST(CURRENT_TIMESTAMP AS TIMESTAMP(3)),
  WATERMARK FOR order_time AS order_time - INTERVAL '1' SECOND
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '10',
  'fields.order_id.min' = '1',
  'fields.order_id.max' = '1000000',
  'fields.category.min' = '1',
  'fields.category.max' = '3',
  'fields.amount.min' = '1',
  'fields.amount.max' = '500'
);
