CREATE TABLE to_webhook (id BIGINT, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'alert',
  'format' = 'dingtalk',
  'url' = '${webhook.url}?access_token=${secret:webhook}',
  'dingtalk.secret' = '${secret:robot}',
  'text' = 'canary {name}',
  'retry.max-attempts' = '1'
);
INSERT INTO to_webhook SELECT id, name FROM numbers;
