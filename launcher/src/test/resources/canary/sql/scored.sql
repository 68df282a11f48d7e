CREATE TABLE scored (name STRING, score DOUBLE, PRIMARY KEY (name) NOT ENFORCED) WITH (
  'connector' = 'pai-eas',
  'endpoint' = '${eas.endpoint}',
  'service' = 'canaries',
  'token' = '${secret:token}',
  'retry.max-attempts' = '1'
);
