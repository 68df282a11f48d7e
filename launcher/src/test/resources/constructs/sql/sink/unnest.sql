CREATE TABLE article_tags (id INT, tag STRING) WITH (
  'connector' = 'kafka', 'topic' = 'article-tags', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
CREATE TABLE article_titles (id INT, lang STRING, title STRING) WITH (
  'connector' = 'kafka', 'topic' = 'article-titles', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO article_tags SELECT id, tag FROM articles CROSS JOIN UNNEST(tags) AS t (tag);
INSERT INTO article_titles SELECT id, lang, t_title FROM articles LEFT JOIN UNNEST(titles) AS t (lang, t_title) ON TRUE;
