CREATE TEMPORARY FUNCTION twice AS 'io.millrace.launcher.state.TwiceFunction';
INSERT INTO totals
SELECT k, c, twice(t) FROM (SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k);
