CREATE TABLE title_words (id INT, word STRING, letters INT) WITH (
  'connector' = 'kafka', 'topic' = 'title-words', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO title_words
SELECT id, word, letters FROM articles LEFT JOIN LATERAL TABLE(split_words(title)) AS t (word, letters) ON TRUE;
