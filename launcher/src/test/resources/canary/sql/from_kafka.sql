CREATE TABLE from_kafka (id BIGINT, name STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'canaries',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = '${pipeline}',
  'properties.default.api.timeout.ms' = '4000',
  'properties.request.timeout.ms' = '3000',
  'properties.security.protocol' = 'SASL_PLAINTEXT',
  'properties.sasl.mechanism' = 'PLAIN',
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="canary" password="${secret:kafka}";',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);
