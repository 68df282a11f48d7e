-- Page views, timed by the epoch milliseconds that the browser sent.
CREATE TABLE clicks (
  page        STRING,
  millis      BIGINT,
  received    TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  `partition` INT METADATA VIRTUAL,
  click_time  AS TO_TIMESTAMP_LTZ(millis, 3),
  WATERMARK FOR click_time AS click_time - INTERVAL '1' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'clicks',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'constructs-${pipeline}',
  'format' = 'json'
);
