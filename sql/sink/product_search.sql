-- The index behind the shop's search. The primary key becomes the document's _id, so a change replaces the document, and
-- a product that is deleted or taken off the shop is deleted here too. A change that waits in a bulk request is sent with
-- the next checkpoint at the latest; an index that is overloaded is given time.
CREATE TABLE product_search (
  product_id  BIGINT,
  name        STRING,
  description STRING,
  category    STRING,
  price       DECIMAL(12, 2),
  available   INT,
  in_stock    BOOLEAN,
  PRIMARY KEY (product_id) NOT ENFORCED
) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = '${elasticsearch.url}',
  'index' = 'products',
  'sink.bulk-flush.interval' = '1 s',
  'sink.bulk-flush.backoff.strategy' = 'EXPONENTIAL',
  'sink.bulk-flush.backoff.max-retries' = '5',
  'sink.bulk-flush.backoff.delay' = '500 ms',
  'format' = 'json',
  'json.encode.decimal-as-plain-number' = 'true'
);

INSERT INTO product_search
SELECT product_id, name, description, category, price, available, in_stock FROM search_documents;
