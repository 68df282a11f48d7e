CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE files (category STRING, n BIGINT) WITH ('connector' = 'filesystem', 'path' = '/tmp/none', 'format' = 'json');
INSERT INTO files SELECT category, n FROM (SELECT category, CAST(id AS BIGINT) AS n, ROW_NUMBER() OVER (PARTITION BY category ORDER BY amount DESC) AS r FROM orders) WHERE r <= 3;
