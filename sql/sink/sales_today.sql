-- The dashboard's curve, in PostgreSQL or Hologres: one row a point. The last point of a day is at its midnight.
CREATE TABLE sales_today (
  sales_day DATE,
  so_far    TIMESTAMP(3),
  orders    BIGINT,
  customers BIGINT,
  revenue   DECIMAL(18, 2),
  PRIMARY KEY (sales_day, so_far) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'sales_today'
);

INSERT INTO sales_today
SELECT CAST(window_start AS DATE), window_end, orders, customers, revenue FROM sales_so_far;
