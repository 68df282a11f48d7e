CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE named (name STRING, id INT) WITH ('connector' = 'print');
INSERT INTO named SELECT '${long}', category FROM orders;
