CREATE TABLE known_profiles (customer STRING, city STRING, PRIMARY KEY (customer) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'known-profiles', 'properties.bootstrap.servers' = 'localhost:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
CREATE TABLE known_city_customers (city STRING, customers BIGINT, PRIMARY KEY (city) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'known-cities', 'properties.bootstrap.servers' = 'localhost:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
INSERT INTO known_profiles SELECT customer, city FROM profiles;
INSERT INTO known_city_customers SELECT city, COUNT(*) FROM profiles GROUP BY city;
