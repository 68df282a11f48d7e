CREATE TABLE plain (id INT, category STRING, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE n (n BIGINT) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW minutes AS SELECT window_start, COUNT(*) AS n
FROM TABLE(TUMBLE(DATA => TABLE plain, TIMECOL => DESCRIPTOR(tsx), SIZE => INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
INSERT INTO n SELECT n FROM minutes;
