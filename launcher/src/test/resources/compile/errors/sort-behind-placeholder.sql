CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id BIGINT, name STRING) WITH ('connector' = 'print');
INSERT INTO shown SELECT COUNT(*) OVER (PARTITION BY id ORDER BY ts), '${long}' FROM (SELECT id, ts, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts) AS r FROM orders) AS o ORDER BY o.id;
