-- Click rates for the dashboard, in PostgreSQL or Hologres.
CREATE TABLE click_rate_by_document (
  window_start TIMESTAMP(3),
  document_id  STRING,
  impressions  BIGINT,
  clicked      BIGINT,
  click_rate   DECIMAL(5, 4),
  PRIMARY KEY (window_start, document_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'click_rate_by_document'
);

CREATE TABLE click_rate (
  window_start TIMESTAMP(3),
  documents    BIGINT,
  average_rate DECIMAL(5, 4),
  PRIMARY KEY (window_start) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'click_rate'
);

INSERT INTO click_rate_by_document
SELECT window_start, document_id, impressions, clicked, click_rate FROM document_click_rate;

INSERT INTO click_rate
SELECT window_start, documents, average_rate FROM average_click_rate;
