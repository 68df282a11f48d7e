CREATE TABLE from_mysql (id BIGINT, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '${mysql.host}',
  'port' = '${mysql.port}',
  'username' = '${mysql.user}',
  'password' = '${secret:mysql}',
  'database-name' = 'shop',
  'table-name' = 'orders',
  'server-id' = '7301-7304',
  'connect.timeout' = '3 s',
  'connect.max-retries' = '1'
);
