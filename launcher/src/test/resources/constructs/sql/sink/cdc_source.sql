CREATE TABLE low_stock (product STRING, units INT, PRIMARY KEY (product) NOT ENFORCED) WITH (
  'connector' = 'elasticsearch-7', 'hosts' = 'http://localhost:9200', 'index' = 'low-stock'
);
INSERT INTO low_stock SELECT product, units FROM stock WHERE units < 5;
