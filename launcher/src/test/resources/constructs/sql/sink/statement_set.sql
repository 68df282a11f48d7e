CREATE TABLE book_orders (id INT) WITH (
  'connector' = 'kafka', 'topic' = 'book-orders', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
CREATE TABLE last_order_ids (category STRING, last_id INT, PRIMARY KEY (category) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:postgresql://localhost:5432/shop', 'table-name' = 'last_order_ids'
);
INSERT INTO book_orders SELECT id FROM orders WHERE category = 'book';
INSERT INTO last_order_ids SELECT category, MAX(id) FROM orders GROUP BY category;
