INSERT INTO named
SELECT name, UPPER(city), CAST(id AS INT) FROM users_changes;
