CREATE TABLE events_per_minute (minute_start TIMESTAMP(3), events BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'events-per-minute', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO events_per_minute SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE all_events, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
