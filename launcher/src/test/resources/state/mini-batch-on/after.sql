SET 'table.exec.mini-batch.enabled' = 'true';
SET 'table.exec.mini-batch.allow-latency' = '10 ms';
SET 'table.exec.mini-batch.size' = '100';
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
