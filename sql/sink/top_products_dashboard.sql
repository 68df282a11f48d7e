-- The same for the dashboard, in PostgreSQL or Hologres.
CREATE TABLE top_products (
  order_day DATE,
  rank_no   BIGINT,
  product   STRING,
  units     BIGINT,
  revenue   DECIMAL(18, 2),
  PRIMARY KEY (order_day, rank_no) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'top_products'
);

INSERT INTO top_products
SELECT order_day, rank_no, product, units, revenue FROM daily_top_products;
