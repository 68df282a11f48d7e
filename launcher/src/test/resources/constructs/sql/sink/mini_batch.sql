CREATE TABLE batched_counts (category STRING, orders BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'batched-counts', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO batched_counts SELECT category, COUNT(*) FROM orders GROUP BY category;
