CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE n (m INT, c STRING, d BIGINT) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW totals AS SELECT id, COUNT(*) AS c, PROCTIME() AS p FROM orders GROUP BY id;
INSERT INTO n SELECT T.id, '${long}', T.n FROM totals MATCH_RECOGNIZE (PARTITION BY id ORDER BY p MEASURES A.c AS n PATTERN (A B) DEFINE A AS A.c = 1) AS T;
