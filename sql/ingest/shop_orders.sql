-- The orders of the shop, read from the binlog of its RDS or PolarDB for MySQL database.
-- order_time is written in UTC. Each pipeline that reads this table needs server-ids of its own (`tables:`).
CREATE TABLE shop_orders (
  order_id    BIGINT,
  customer_id BIGINT,
  email       STRING,
  product     STRING,
  category    STRING,
  quantity    INT,
  amount      DECIMAL(12, 2),
  status      STRING,
  order_time  TIMESTAMP(3),
  change_kind STRING METADATA FROM 'row_kind' VIRTUAL,
  PRIMARY KEY (order_id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '${mysql.host}',
  'port' = '${mysql.port}',
  'username' = '${mysql.user}',
  'password' = '${secret:mysql.password}',
  'database-name' = 'shop',
  'table-name' = 'orders',
  'server-id' = '5400-5403',
  'server-time-zone' = 'UTC'
);
