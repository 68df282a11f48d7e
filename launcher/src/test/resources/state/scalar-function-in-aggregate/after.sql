CREATE TEMPORARY FUNCTION twice AS 'io.millrace.launcher.state.TwiceFunction';
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(twice(v)) AS t FROM orders GROUP BY k;
