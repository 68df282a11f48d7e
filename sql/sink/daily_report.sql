-- The report, in PostgreSQL or Hologres: a run writes over what the runs before it wrote, so it may be repeated.
CREATE TABLE daily_report (
  order_day DATE,
  category  STRING,
  orders    BIGINT,
  units     BIGINT,
  revenue   DECIMAL(18, 2),
  cancelled BIGINT,
  PRIMARY KEY (order_day, category) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'daily_report'
);

INSERT INTO daily_report
SELECT order_day, category, orders, units, revenue, cancelled FROM daily_category_sales;
