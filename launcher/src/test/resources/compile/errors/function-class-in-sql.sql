CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TEMPORARY FUNCTION mask AS 'io.example.Mask';
INSERT INTO shown SELECT id, mask(category) FROM orders;
