CREATE TABLE rising_amounts (category STRING, first_id INT, last_id INT, steps BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'rising-amounts', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO rising_amounts
SELECT category, first_id, last_id, steps
FROM orders MATCH_RECOGNIZE (
  PARTITION BY category
  ORDER BY order_time
  MEASURES small.id AS first_id, huge.id AS last_id, COUNT(more.id) AS steps
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (small more* huge) WITHIN INTERVAL '1' MINUTE
  DEFINE
    small AS small.amount < 10,
    more AS more.amount >= 10 AND more.amount < 100,
    huge AS huge.amount >= 100);
