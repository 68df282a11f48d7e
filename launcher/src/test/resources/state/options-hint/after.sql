INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders /*+ OPTIONS('topic' = 'returns') */ GROUP BY k;
