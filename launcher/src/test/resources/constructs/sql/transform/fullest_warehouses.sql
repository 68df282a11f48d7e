CREATE TEMPORARY VIEW fullest_warehouses AS
SELECT place, warehouse, units
FROM (
  SELECT *, ROW_NUMBER() OVER (ORDER BY units DESC, warehouse) AS place
  FROM (SELECT warehouse, SUM(units) AS units FROM stock GROUP BY warehouse))
WHERE place <= 2;
