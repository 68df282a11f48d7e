CREATE TABLE orders (id INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE plain (id INT, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE n (n BIGINT) WITH ('connector' = 'print');
INSERT INTO n SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end
UNION ALL SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE plain, DESCRIPTOR(tsx), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
