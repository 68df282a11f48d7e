-- Every minute, each device that has sent anything within the last hour, and whether it has been silent for ten minutes.
-- Time is that of all devices together, so a device that never comes back is noticed too; after an hour it has no more rows,
-- and what was said last stands. A gap between two readings (LAG) would be seen only when the device is back.
CREATE TEMPORARY VIEW device_silence AS
SELECT
  device_id,
  window_end,
  MAX(CAST(reading_time AS TIMESTAMP(3))) AS last_seen,
  CASE
    WHEN MAX(CAST(reading_time AS TIMESTAMP(3))) <= window_end - INTERVAL '10' MINUTE THEN 'silent'
    ELSE 'ok'
  END AS status
FROM TABLE(HOP(TABLE device_readings, DESCRIPTOR(reading_time), INTERVAL '1' MINUTE, INTERVAL '60' MINUTE))
WHERE device_id IS NOT NULL
GROUP BY device_id, window_start, window_end;
