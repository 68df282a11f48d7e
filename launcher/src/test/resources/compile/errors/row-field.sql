CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TABLE r (f ROW<a INT, b STRING>) WITH ('connector' = 'datagen');
INSERT INTO shown SELECT r.f.aa, r.f.b FROM r;
