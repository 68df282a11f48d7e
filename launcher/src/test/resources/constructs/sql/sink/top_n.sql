CREATE TABLE top_orders_index (id INT, amount DECIMAL(10, 2), PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'elasticsearch-7', 'hosts' = 'http://localhost:9200', 'index' = 'top-orders'
);
INSERT INTO top_orders_index SELECT id, amount FROM top_orders;
