INSERT INTO plain
SELECT id, UPPER(k), v FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts ASC) AS place FROM orders
) WHERE place = 1;
