CREATE TABLE t (id INT) WITH (
  'connector' = 'datagen',
  'rows-per-secnd' = '5',
  'foo' = 'x'
);
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW v AS SELECT id FROM t;
INSERT INTO shown SELECT id FROM v;
INSERT INTO shown SELECT id + 1 FROM t;
