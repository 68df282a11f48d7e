SET 'parallelism.default' = '2';
SET 'pipeline.max-parallelism' = '128';
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
