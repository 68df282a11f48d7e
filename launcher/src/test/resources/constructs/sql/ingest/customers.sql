-- Customers in the shop's database, asked for one by one.
CREATE TABLE customers (
  customer STRING,
  country  STRING,
  PRIMARY KEY (customer) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://localhost:5432/shop',
  'table-name' = 'customers'
);
