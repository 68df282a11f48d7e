INSERT INTO windows
SELECT k, window_start, COUNT(*), SUM(v)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '2' MINUTE))
GROUP BY k, window_start, window_end;
