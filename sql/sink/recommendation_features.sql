-- Scores for the shop's pages. The key is the visitor, so that all of a visitor's are in one partition and in order; after a
-- restart one may come twice, with the same window_end.
CREATE TABLE recommendation_scores (
  visitor_id   STRING,
  window_end   TIMESTAMP(3),
  page_views   BIGINT,
  ad_clicks    BIGINT,
  cart_adds    BIGINT,
  products     BIGINT,
  mean_dwell_s DOUBLE,
  score        DOUBLE,
  label        STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'recommendation_scores',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'key.format' = 'json',
  'key.fields' = 'visitor_id',
  'value.format' = 'json'
);

-- Training data for PAI, in Hologres through its PostgreSQL protocol.
CREATE TABLE session_features (
  visitor_id   STRING,
  started      TIMESTAMP(3),
  ended        TIMESTAMP(3),
  page_views   BIGINT,
  ad_clicks    BIGINT,
  cart_adds    BIGINT,
  products     BIGINT,
  mean_dwell_s DOUBLE,
  bought       BOOLEAN,
  PRIMARY KEY (visitor_id, started) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${hologres.url}',
  'username' = '${hologres.user}',
  'password' = '${secret:hologres.password}',
  'table-name' = 'session_features'
);

INSERT INTO recommendation_scores
SELECT visitor_id, window_end, page_views, ad_clicks, cart_adds, products, mean_dwell_s, score, label
FROM visitor_scores;

INSERT INTO session_features
SELECT visitor_id, started, ended, page_views, ad_clicks, cart_adds, products, mean_dwell_s, bought
FROM visitor_sessions;
