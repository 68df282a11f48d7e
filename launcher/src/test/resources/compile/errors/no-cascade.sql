CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TABLE broken (id INT, name STRNG) WITH ('connector' = 'datagen');
CREATE TEMPORARY VIEW v AS SELECT id, name FROM broken;
CREATE TEMPORARY VIEW w AS SELECT id, name FROM v;
INSERT INTO shown SELECT id, name FROM w;
INSERT INTO shown SELECT id, missing FROM orders;
