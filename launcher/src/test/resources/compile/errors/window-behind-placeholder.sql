CREATE TABLE plain (id INT, category STRING, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE n (n STRING) WITH ('connector' = 'print');
INSERT INTO n SELECT '${long}' FROM TABLE(HOP(TABLE plain, DESCRIPTOR(category), INTERVAL '1' MINUTE, INTERVAL '2' MINUTE)) GROUP BY window_start, window_end;
