CREATE TABLE t (id INT) WITH ('connector' = 'datagen');
CREATE TABLE s (id INT) WITH ('connector' = 'filesystem', 'path' = '/tmp/${long}', 'format' = 'avr');
INSERT INTO s SELECT id FROM t;
