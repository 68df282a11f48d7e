CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW a AS SELECT id, category FROM b;
CREATE TEMPORARY VIEW b AS SELECT id, category FROM orders;
INSERT INTO shown SELECT id, category FROM a;
