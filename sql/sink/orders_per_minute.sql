-- The dashboard's table, in PostgreSQL or Hologres.
CREATE TABLE orders_per_minute (
  window_start TIMESTAMP(3),
  category     STRING,
  orders       BIGINT,
  revenue      DECIMAL(18, 2),
  PRIMARY KEY (window_start, category) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'orders_per_minute'
);

INSERT INTO orders_per_minute
SELECT window_start, category, orders, revenue FROM minute_sales;
