-- Articles with their tags and translated titles.
CREATE TABLE articles (
  id     INT,
  title  STRING,
  tags   ARRAY<STRING>,
  titles MAP<STRING, STRING>
) WITH (
  'connector' = 'kafka',
  'topic' = 'articles',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'constructs-${pipeline}',
  'format' = 'json'
);
