CREATE TABLE plain (id INT, category STRING, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE n (n BIGINT) WITH ('connector' = 'print');
INSERT INTO n SELECT COUNT(*) FROM plain GROUP BY TUMBLE(tsx, INTERVAL '1' MINUTE);
