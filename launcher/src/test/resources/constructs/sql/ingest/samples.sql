-- A column of each type.
CREATE TABLE samples (
  id        BIGINT NOT NULL,
  flag      BOOLEAN,
  tiny      TINYINT,
  small     SMALLINT,
  ratio     FLOAT,
  precise   DOUBLE,
  price     DECIMAL(20, 4),
  code      CHAR(3),
  label     VARCHAR(10),
  bin       BYTES,
  on_day    DATE,
  at_time   TIME(0),
  seconds   TIMESTAMP(0),
  millis    TIMESTAMP(3),
  micros    TIMESTAMP(6),
  instant   TIMESTAMP_LTZ(6),
  numbers   ARRAY<INT>,
  scores    MAP<STRING, DECIMAL(5, 2)>,
  address   ROW<street STRING, number INT, tags ARRAY<STRING>>
) WITH ('connector' = 'kafka', 'topic' = 'samples', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json');
