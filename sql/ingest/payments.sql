-- Payments as the payment provider confirms them, append-only. card is the provider's token for a card, never its number.
-- The provider repeats a message that it is not sure of: readers know it by its payment_id.
CREATE TABLE payments (
  payment_id   STRING,
  customer_id  BIGINT,
  card         STRING,
  amount       DECIMAL(12, 2),
  currency     STRING,
  country      STRING,
  merchant     STRING,
  payment_time TIMESTAMP_LTZ(3),
  WATERMARK FOR payment_time AS payment_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'properties.auto.offset.reset' = 'earliest',
  'scan.startup.mode' = 'group-offsets',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
