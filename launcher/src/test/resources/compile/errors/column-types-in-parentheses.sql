CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO shown SELECT id = (id), (id + 1) * (id + 2) > (id * 2) FROM orders UNION ALL SELECT TRUE, TRUE FROM orders;
