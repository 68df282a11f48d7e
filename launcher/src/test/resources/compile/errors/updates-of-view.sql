CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE files (category STRING, n BIGINT) WITH ('connector' = 'filesystem', 'path' = '/tmp/none', 'format' = 'json');
CREATE TEMPORARY VIEW totals AS SELECT category, COUNT(*) AS n FROM orders GROUP BY category;
INSERT INTO files SELECT category, n FROM totals;
