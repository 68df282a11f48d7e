-- Readings of the shop's devices, from DataHub through its Kafka-compatible endpoint: a BLOB topic that can only be
-- extended, one JSON object a record. In production, datahub.protocol is SASL_SSL, user and password are an access key. The
-- topic is PROJECT.TOPIC, the group PROJECT.GROUP, and it must exist and be bound to the topic. DataHub turns a hyphen
-- in a name into an underscore: where a pipeline's name holds one, give its group another name under `tables:`.
-- What a device sends is not always JSON: such a message is a row of NULLs with a parse_error, not the end of the job.
CREATE TABLE device_readings (
  device_id    STRING,
  metric       STRING,
  reading      DOUBLE,
  reading_time TIMESTAMP_LTZ(3),
  parse_error  STRING METADATA FROM 'value.parse-error' VIRTUAL,
  message      STRING METADATA FROM 'value.raw' VIRTUAL,
  shard        INT METADATA FROM 'partition' VIRTUAL,
  `offset`     BIGINT METADATA VIRTUAL,
  WATERMARK FOR reading_time AS reading_time - INTERVAL '30' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = '${datahub.project}.device_readings',
  'properties.bootstrap.servers' = '${datahub.brokers}',
  'properties.group.id' = '${datahub.project}.${pipeline}',
  'properties.security.protocol' = '${datahub.protocol}',
  'properties.sasl.mechanism' = 'PLAIN',
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="${datahub.user}" password="${secret:datahub.password}";',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'tolerant-json',
  'tolerant-json.timestamp-format.standard' = 'ISO-8601'
);
