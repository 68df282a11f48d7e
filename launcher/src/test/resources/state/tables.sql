-- What the edits read and write; the rows are made by the tests' own connector.
CREATE TABLE orders (
    id BIGINT, k STRING, v INT, w INT, s STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts
) WITH ('connector' = 'replay', 'topic' = 'orders');

CREATE TABLE returned (
    id BIGINT, k STRING, v INT, w INT, s STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts
) WITH ('connector' = 'replay', 'topic' = 'returns');

CREATE TABLE users (
    id BIGINT, name STRING, city STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts
) WITH ('connector' = 'replay', 'topic' = 'users');

CREATE TABLE users_changes (
    id BIGINT, name STRING, city STRING, PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'replay', 'topic' = 'users_changes');

CREATE TABLE totals (k STRING, c BIGINT, t INT) WITH ('connector' = 'replay', 'topic' = 'totals');

CREATE TABLE plain (id BIGINT, k STRING, v INT) WITH ('connector' = 'replay', 'topic' = 'plain');

CREATE TABLE named (k STRING, name STRING, v INT) WITH ('connector' = 'replay', 'topic' = 'named');

CREATE TABLE windows (k STRING, started TIMESTAMP(3), c BIGINT, t INT) WITH ('connector' = 'replay', 'topic' = 'windows');
