CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO shown SELECT * FROM orders MATCH_RECOGNIZE (ORDER BY ts MEASURES A.idd AS id, A.category AS name PATTERN (A B) DEFINE A AS A.id = 1);
