-- Log lines of the shop's services, from a logstore of SLS through its Kafka-compatible endpoint: one JSON object of
-- strings a log. In production, sls.brokers is PROJECT.ENDPOINT:10012, sls.protocol SASL_SSL, sls.project the project, and
-- the secret sls.key an access key as ID#SECRET that may read the logstore. SLS knows no transactions, and its offsets
-- jump; partition and offset still name a line for good.
CREATE TABLE service_logs (
  service  STRING,
  host     STRING,
  line     STRING,
  log_partition INT METADATA FROM 'partition' VIRTUAL,
  log_offset BIGINT METADATA FROM 'offset' VIRTUAL,
  received TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR received AS received - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'service-logs',
  'properties.bootstrap.servers' = '${sls.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'properties.security.protocol' = '${sls.protocol}',
  'properties.sasl.mechanism' = 'PLAIN',
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="${sls.project}" password="${secret:sls.key}";',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);
