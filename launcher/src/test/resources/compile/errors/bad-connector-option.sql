CREATE TABLE t (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = 'many');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
