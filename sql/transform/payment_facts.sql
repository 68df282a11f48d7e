-- Each payment once: a repeated one has the same time, so both fall into the same window of one millisecond. window_time is
-- the payment's own time, and the state is gone as soon as the watermark has passed, without a state-ttl, which would
-- also forget rules.
CREATE TEMPORARY VIEW distinct_payments AS
SELECT payment_id, customer_id, card, amount, currency, country, merchant, window_time AS payment_time
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, payment_id ORDER BY payment_time) AS copy_no
  FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(payment_time), INTERVAL '0.001' SECOND))
)
WHERE copy_no = 1;

-- How fast a card is used. One query has windows of one kind, so the customer's hour is a view of its own.
CREATE TEMPORARY VIEW card_velocity AS
SELECT
  *,
  CAST(COUNT(*) OVER ten_minutes AS STRING) AS card_payments_10m,
  CAST(COUNT(DISTINCT country) OVER ten_minutes AS STRING) AS card_countries_10m
FROM distinct_payments
WINDOW ten_minutes AS (
  PARTITION BY card ORDER BY payment_time RANGE BETWEEN INTERVAL '10' MINUTE PRECEDING AND CURRENT ROW
);

-- Amounts of two currencies are not added.
CREATE TEMPORARY VIEW payment_velocity AS
SELECT
  *,
  SUM(amount) OVER (
    PARTITION BY customer_id, currency ORDER BY payment_time RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW
  ) AS customer_amount_1h,
  PROCTIME() AS asked
FROM card_velocity;

-- What a rule may speak of. Facts of an unknown customer are NULL: a rule that needs them does not hold.
CREATE TEMPORARY VIEW payment_facts AS
SELECT
  p.payment_id,
  p.customer_id,
  p.card,
  p.merchant,
  p.payment_time,
  MAP[
    'amount', CAST(p.amount AS STRING),
    'currency', p.currency,
    'country', p.country,
    'merchant', p.merchant,
    'card_payments_10m', p.card_payments_10m,
    'card_countries_10m', p.card_countries_10m,
    'customer_amount_1h', CAST(p.customer_amount_1h AS STRING),
    'home_country', h.home_country,
    'average_amount', CAST(h.average_amount AS STRING),
    'chargebacks', CAST(h.chargebacks AS STRING)
  ] AS facts
FROM payment_velocity AS p
LEFT JOIN customer_history FOR SYSTEM_TIME AS OF p.asked AS h ON p.customer_id = h.customer_id;
