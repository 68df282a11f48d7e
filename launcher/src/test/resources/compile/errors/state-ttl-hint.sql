CREATE TABLE orders (id INT, category STRING) WITH ('connector' = 'datagen');
CREATE TABLE shown (category STRING, n BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO shown
SELECT /*+ state_ttl('orders' = 'a day') */ category, COUNT(*) FROM orders GROUP BY category;
