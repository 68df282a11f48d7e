-- The stock of each product, from the binlog of the warehouse's database.
CREATE TABLE stock (
  product   STRING,
  warehouse STRING,
  units     INT,
  PRIMARY KEY (product) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = 'localhost',
  'port' = '3306',
  'username' = 'flink',
  'password' = '${secret:mysql.password}',
  'database-name' = 'warehouse',
  'table-name' = 'stock',
  'server-time-zone' = 'UTC'
);
