CREATE TABLE plain (id INT, category STRING, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE n (n BIGINT) WITH ('connector' = 'print');
INSERT INTO n SELECT COUNT(*) OVER (PARTITION BY id ORDER BY tsx) FROM plain;
