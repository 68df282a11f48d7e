CREATE TABLE same_samples (
  id BIGINT NOT NULL, flag BOOLEAN, tiny TINYINT, small SMALLINT, ratio FLOAT, precise DOUBLE, price DECIMAL(20, 4), code CHAR(3),
  label VARCHAR(10), bin BYTES, on_day DATE, at_time TIME(0), seconds TIMESTAMP(0), millis TIMESTAMP(3),
  micros TIMESTAMP(6), instant TIMESTAMP_LTZ(6), numbers ARRAY<INT>, scores MAP<STRING, DECIMAL(5, 2)>,
  address ROW<street STRING, number INT, tags ARRAY<STRING>>
) WITH ('connector' = 'kafka', 'topic' = 'same-samples', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json');
CREATE TABLE derived_samples (
  id BIGINT NOT NULL, price DECIMAL(21, 4), first_number INT, math DECIMAL(5, 2), street STRING, later TIMESTAMP(6), hex STRING
) WITH ('connector' = 'filesystem', 'path' = 'file:///tmp/derived-samples', 'format' = 'json');
INSERT INTO same_samples SELECT * FROM samples;
INSERT INTO derived_samples
SELECT
  id, price + 0.0001, numbers[1], scores['math'], address.street, micros + INTERVAL '1' DAY, CAST(bin AS STRING)
FROM samples;
