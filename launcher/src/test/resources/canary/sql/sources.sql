CREATE TABLE numbers (id BIGINT, name STRING) WITH ('connector' = 'datagen', 'rows-per-second' = '5');
