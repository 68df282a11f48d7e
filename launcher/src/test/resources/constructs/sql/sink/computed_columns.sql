CREATE TABLE clicks_per_second (second_start TIMESTAMP(3), clicks BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'clicks-per-second', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO clicks_per_second
SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' SECOND))
GROUP BY window_start, window_end;
