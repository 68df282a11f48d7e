CREATE TABLE clicks_per_day (day_start TIMESTAMP(3), day_text STRING, clicks BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'clicks-per-day', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO clicks_per_day
SELECT window_start, DATE_FORMAT(window_start, 'yyyy-MM-dd'), COUNT(*)
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' DAY))
GROUP BY window_start, window_end;
