CREATE TABLE fullest_warehouses_table (place BIGINT, warehouse STRING, units INT, PRIMARY KEY (place) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:postgresql://localhost:5432/shop', 'table-name' = 'fullest_warehouses'
);
INSERT INTO fullest_warehouses_table SELECT * FROM fullest_warehouses;
