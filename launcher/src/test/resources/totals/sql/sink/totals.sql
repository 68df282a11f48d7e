CREATE TABLE totals (
  account STRING,
  entries BIGINT,
  amount  BIGINT,
  scaled  BIGINT,
  PRIMARY KEY (account) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'table-name' = 'totals',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}'
);

INSERT INTO totals
SELECT account, COUNT(*) AS entries, SUM(amount) AS amount, COUNT(*) * 2 AS scaled
FROM entries
GROUP BY account;
