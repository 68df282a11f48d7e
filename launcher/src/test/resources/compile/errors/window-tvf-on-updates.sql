CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW t AS SELECT id, MAX(ts) AS m FROM orders GROUP BY id;
INSERT INTO shown SELECT CAST(COUNT(*) AS INT), 'x' FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(m), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
