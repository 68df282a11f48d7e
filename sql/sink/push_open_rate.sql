-- The report of campaigns, in PostgreSQL or Hologres.
CREATE TABLE push_open_rate (
  sent_day    DATE,
  campaign_id STRING,
  sent        BIGINT,
  opened      BIGINT,
  open_rate   DECIMAL(7, 6),
  PRIMARY KEY (sent_day, campaign_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'push_open_rate'
);

INSERT INTO push_open_rate
SELECT sent_day, campaign_id, sent, opened, open_rate FROM campaign_open_rate;
