-- A model served by PAI EAS: what a visitor did in the last ten minutes, and how likely an order is. A score that does not
-- come in time is no reason to wait: it stays NULL, and the next minute asks again.
CREATE TABLE purchase_model (
  visitor_id   STRING,
  page_views   BIGINT,
  ad_clicks    BIGINT,
  cart_adds    BIGINT,
  products     BIGINT,
  mean_dwell_s DOUBLE,
  score        DOUBLE,
  label        STRING,
  PRIMARY KEY (visitor_id, page_views, ad_clicks, cart_adds, products, mean_dwell_s) NOT ENFORCED
) WITH (
  'connector' = 'pai-eas',
  'endpoint' = '${eas.endpoint}',
  'service' = 'purchase_model',
  'token' = '${secret:eas.token}',
  'response.score.path' = '/outputs/0/score',
  'response.label.path' = '/outputs/0/label',
  'timeout' = '500 ms',
  'retry.max-attempts' = '2',
  'on-error' = 'null'
);
