CREATE TEMPORARY VIEW per_minute AS
SELECT window_start, name, COUNT(*) AS orders, CAST(SUM(amount) AS DECIMAL(18, 2)) AS revenue
FROM TABLE(TUMBLE(TABLE layer, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
WHERE name <> 'x'
GROUP BY window_start, window_end, name;

CREATE TEMPORARY VIEW ranked AS
SELECT day_of, rank_no, name, revenue FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY day_of ORDER BY revenue DESC, name ASC) AS rank_no
  FROM (
    SELECT CAST(ts AS DATE) AS day_of, name, CAST(SUM(amount) AS DECIMAL(18, 2)) AS revenue
    FROM layer GROUP BY CAST(ts AS DATE), name
  )
) WHERE rank_no <= 10;

CREATE TEMPORARY VIEW joined AS
SELECT e.id, UPPER(TRIM(e.name)) AS name, e.ts, CASE WHEN f.id IS NULL THEN 0 ELSE 1 END AS found
FROM events AS e LEFT JOIN events AS f
ON e.id = f.id AND f.ts BETWEEN e.ts AND e.ts + INTERVAL '1' MINUTE;
