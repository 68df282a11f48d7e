CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE files (category STRING, n BIGINT) WITH ('connector' = 'filesystem', 'path' = '/tmp/none', 'format' = 'json');
INSERT INTO files SELECT a.category, CAST(b.id AS BIGINT) FROM orders a LEFT JOIN orders b ON a.id = b.id;
