CREATE TABLE click_delays (page STRING, shard INT, delay_seconds INT, sent TIMESTAMP_LTZ(3) METADATA FROM 'timestamp') WITH (
  'connector' = 'kafka', 'topic' = 'click-delays', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO click_delays SELECT page, `partition`, TIMESTAMPDIFF(SECOND, click_time, received), click_time FROM clicks;
