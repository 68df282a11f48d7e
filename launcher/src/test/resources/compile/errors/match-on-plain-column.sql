CREATE TABLE plain (id INT, category STRING, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE n (n INT, m INT) WITH ('connector' = 'print');
INSERT INTO n SELECT * FROM plain MATCH_RECOGNIZE (PARTITION BY id ORDER BY tsx MEASURES A.id AS n PATTERN (A B) DEFINE A AS A.id = 1);
