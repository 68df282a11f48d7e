INSERT INTO named
SELECT o.k, u.name, o.v FROM orders AS o JOIN users AS u
ON o.id = u.id AND u.ts BETWEEN o.ts - INTERVAL '30' SECOND AND o.ts + INTERVAL '30' SECOND;
