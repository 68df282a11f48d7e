INSERT INTO plain
SELECT id, k, v FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS place FROM orders
) WHERE place <= 3;
