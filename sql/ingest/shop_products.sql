-- What the shop's search needs of its RDS or PolarDB for MySQL database, from the binlog: products, their categories, and
-- what each warehouse has of them. Each table is a reader of its own, so each has server-ids of its own.
CREATE TABLE shop_products (
  product_id  BIGINT,
  name        STRING,
  description STRING,
  category_id BIGINT,
  price       DECIMAL(12, 2),
  published   BOOLEAN,
  PRIMARY KEY (product_id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '${mysql.host}',
  'port' = '${mysql.port}',
  'username' = '${mysql.user}',
  'password' = '${secret:mysql.password}',
  'database-name' = 'shop',
  'table-name' = 'products',
  'server-id' = '5410-5413',
  'server-time-zone' = 'UTC'
);

CREATE TABLE shop_categories (
  category_id BIGINT,
  name        STRING,
  PRIMARY KEY (category_id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '${mysql.host}',
  'port' = '${mysql.port}',
  'username' = '${mysql.user}',
  'password' = '${secret:mysql.password}',
  'database-name' = 'shop',
  'table-name' = 'categories',
  'server-id' = '5414-5417',
  'server-time-zone' = 'UTC'
);

CREATE TABLE shop_stock (
  product_id BIGINT,
  warehouse  STRING,
  quantity   INT,
  PRIMARY KEY (product_id, warehouse) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '${mysql.host}',
  'port' = '${mysql.port}',
  'username' = '${mysql.user}',
  'password' = '${secret:mysql.password}',
  'database-name' = 'shop',
  'table-name' = 'stock',
  'server-id' = '5418-5421',
  'server-time-zone' = 'UTC'
);
