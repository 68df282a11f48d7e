CREATE TABLE mean_amounts (category STRING, mean DOUBLE, third DOUBLE, PRIMARY KEY (category) NOT ENFORCED)
WITH ('connector' = 'elasticsearch-7', 'hosts' = 'http://localhost:9200', 'index' = 'mean-amounts');
INSERT INTO mean_amounts
SELECT category, AVG(CAST(amount AS DOUBLE)), SUM(CAST(amount AS DOUBLE)) / 3 FROM orders GROUP BY category;
