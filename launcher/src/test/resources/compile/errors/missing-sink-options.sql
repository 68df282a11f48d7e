CREATE TABLE t (id INT) WITH ('connector' = 'datagen');
CREATE TABLE s (id INT) WITH ('connector' = 'filesystem');
INSERT INTO s SELECT id FROM t;
