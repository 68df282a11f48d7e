CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO shown SELECT a.id, b.category FROM orders AS a JOIN orders FOR SYSTEM_TIME AS OF a.ts AS b ON a.id = b.id;
