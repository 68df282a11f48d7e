CREATE TEMPORARY VIEW seen AS SELECT id, UPPER(name) AS name FROM from_mysql;
