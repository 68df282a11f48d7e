-- The index behind the shop's search page; the primary key becomes the document's _id.
CREATE TABLE top_products_search (
  order_day DATE,
  rank_no   BIGINT,
  product   STRING,
  units     BIGINT,
  revenue   DECIMAL(18, 2),
  PRIMARY KEY (order_day, rank_no) NOT ENFORCED
) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = '${elasticsearch.url}',
  'index' = 'top_products',
  'format' = 'json',
  'json.encode.decimal-as-plain-number' = 'true'
);

INSERT INTO top_products_search
SELECT order_day, rank_no, product, units, revenue FROM daily_top_products;
