INSERT INTO plain
SELECT id + 1, k, v FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS place FROM orders
) WHERE place <= 2;
