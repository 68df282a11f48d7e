-- Each reading against the past of its own device and metric. OVER brings readings into the order of their time, so one that
-- was sent twice stands next to itself and is dropped. FIRST_VALUE over two rows, and not LAG, finds the one before:
-- Flink's LAG goes by time, and a reading sent twice would be its own predecessor.
CREATE TEMPORARY VIEW device_steps AS
SELECT
  device_id,
  metric,
  reading,
  reading_time,
  CASE WHEN pair_rows = 2 THEN reading - previous_reading END AS step
FROM (
  SELECT
    device_id,
    metric,
    reading,
    reading_time,
    COUNT(*) OVER pair AS pair_rows,
    FIRST_VALUE(reading) OVER pair AS previous_reading,
    MIN(CAST(reading_time AS TIMESTAMP(3))) OVER pair AS previous_time
  FROM device_readings
  WHERE device_id IS NOT NULL AND metric IS NOT NULL AND reading IS NOT NULL
  WINDOW pair AS (PARTITION BY device_id, metric ORDER BY reading_time ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
)
WHERE pair_rows = 1 OR CAST(reading_time AS TIMESTAMP(3)) > previous_time;

-- The level of the last ten minutes and of the last day, by half-lives: old readings fade, nothing has to be taken back.
-- The tolerance is the one limit that is set by hand: what is within it is no anomaly, however rare.
CREATE TEMPORARY VIEW device_levels AS
SELECT
  *,
  ewma(reading, 600, reading_time) OVER past AS recent_level,
  ewma(reading, 86400, reading_time) OVER past AS usual_level,
  CASE metric WHEN 'temperature' THEN 2.0 ELSE 0.1 * ABS(ewma(reading, 86400, reading_time) OVER past) END AS tolerance
FROM device_steps
WINDOW past AS (PARTITION BY device_id, metric ORDER BY reading_time ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- The level is judged by mad_score, which outliers in the past do not blunt and which has a scale even for a sensor that
-- never moved; steps by zscore, which is NULL there.
CREATE TEMPORARY VIEW device_scores AS
SELECT
  *,
  COUNT(*) OVER last_readings AS readings,
  mad_score(reading) OVER last_readings AS level_score,
  zscore(step) OVER last_readings AS step_score
FROM device_levels
WINDOW last_readings AS (PARTITION BY device_id, metric ORDER BY reading_time ROWS BETWEEN 60 PRECEDING AND CURRENT ROW);

-- Twenty readings make a past; before that, a device is not judged.
CREATE TEMPORARY VIEW device_anomalies AS
SELECT *
FROM (
  SELECT
    *,
    CASE
      WHEN ABS(step_score) > 5 AND ABS(step) > tolerance THEN 'jump'
      WHEN ABS(level_score) > 5 AND ABS(reading - usual_level) > tolerance THEN 'level'
      WHEN ABS(recent_level - usual_level) > tolerance THEN 'drift'
    END AS kind
  FROM device_scores
  WHERE readings > 20
)
WHERE kind IS NOT NULL;
