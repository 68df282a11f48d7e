CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TABLE counts (category STRING, n BIGINT) WITH ('connector' = 'filesystem', 'path' = '/tmp/none', 'format' = 'json');
INSERT INTO shown SELECT id, category FROM orders;
INSERT INTO counts SELECT category, COUNT(*) FROM orders GROUP BY category;
