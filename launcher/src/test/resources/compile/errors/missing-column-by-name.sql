CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE totals (id INT, category STRING, amount DECIMAL(10, 2)) WITH ('connector' = 'print');
INSERT INTO totals SELECT id, amount FROM orders;
