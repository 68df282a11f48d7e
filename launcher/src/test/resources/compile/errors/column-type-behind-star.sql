CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE four (id INT, category STRING, amount BOOLEAN, ts TIMESTAMP(3)) WITH ('connector' = 'print');
INSERT INTO four SELECT * FROM orders;
