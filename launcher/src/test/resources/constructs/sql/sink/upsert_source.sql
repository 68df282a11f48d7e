CREATE TABLE city_customers (city STRING, customers BIGINT, PRIMARY KEY (city) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:postgresql://localhost:5432/shop', 'table-name' = 'city_customers'
);
INSERT INTO city_customers SELECT city, COUNT(*) FROM current_profiles GROUP BY city;
