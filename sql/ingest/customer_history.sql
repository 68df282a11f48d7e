-- What is known of a customer from before, which a nightly job computes. It is looked up payment by payment, and an answer
-- is good for ten minutes; that a customer is unknown is not kept, since the next payment may find them.
CREATE TABLE customer_history (
  customer_id    BIGINT,
  home_country   STRING,
  average_amount DECIMAL(12, 2),
  chargebacks    INT,
  PRIMARY KEY (customer_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'customer_history',
  'lookup.cache' = 'PARTIAL',
  'lookup.partial-cache.max-rows' = '100000',
  'lookup.partial-cache.expire-after-write' = '10 min',
  'lookup.partial-cache.cache-missing-key' = 'false'
);
