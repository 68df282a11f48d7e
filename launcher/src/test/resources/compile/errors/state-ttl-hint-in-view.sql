CREATE TABLE orders (id INT, category STRING) WITH ('connector' = 'datagen');
CREATE TABLE shown (category STRING, n BIGINT) WITH ('connector' = 'blackhole');
CREATE TEMPORARY VIEW counts AS
SELECT /*+ STATE_TTL('orders' = '') */ category, COUNT(*) AS n FROM orders GROUP BY category;
INSERT INTO shown SELECT category, n FROM counts;
