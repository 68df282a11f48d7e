-- Writes readings that were dead letters to their topic again, once the cause is repaired: here those without a device.
-- Choose your own by reason or failed_at, and look at them before: replace the INSERT by its SELECT.
CREATE TEMPORARY TABLE device_readings_again (row_data STRING) WITH (
  'connector' = 'kafka',
  'topic' = '${datahub.project}.device_readings',
  'properties.bootstrap.servers' = '${datahub.brokers}',
  'properties.security.protocol' = '${datahub.protocol}',
  'properties.sasl.mechanism' = 'PLAIN',
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="${datahub.user}" password="${secret:datahub.password}";',
  'format' = 'raw'
);

INSERT INTO device_readings_again
SELECT row_data
FROM dead_letters /*+ OPTIONS('scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset') */
WHERE table_name = 'device_readings' AND reason = 'has a device';
