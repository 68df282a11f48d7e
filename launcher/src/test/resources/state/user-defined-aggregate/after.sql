CREATE TEMPORARY FUNCTION highest AS 'io.millrace.launcher.state.HighestFunction';
INSERT INTO totals
SELECT k, COUNT(*) AS c, highest(v) AS t FROM orders GROUP BY k HAVING COUNT(*) > 2;
