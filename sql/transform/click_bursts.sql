-- Five clicks of one visitor on one advertised product in less than ten seconds, with nothing in between that a reader
-- would do: a view of two seconds or more, the cart, an order. Shorter views are what a machine leaves behind.
CREATE TEMPORARY VIEW readers_and_clicks AS
SELECT event_id, visitor_id, product, kind, event_time
FROM distinct_page_events
WHERE visitor_id IS NOT NULL AND product IS NOT NULL AND (kind <> 'view' OR dwell_ms >= 2000);

-- A longer burst is an alert for every five clicks, and no click is in two of them. (One alert for all of a burst would
-- need `click{5,}` at the end of the pattern, which Flink does not take: nothing would say that the burst is over.)
CREATE TEMPORARY VIEW click_bursts AS
SELECT visitor_id, product, started, ended, clicks, first_event, last_event
FROM readers_and_clicks
MATCH_RECOGNIZE (
  PARTITION BY visitor_id, product
  ORDER BY event_time
  MEASURES
    FIRST(click.event_time) AS started,
    LAST(click.event_time) AS ended,
    COUNT(click.event_id) AS clicks,
    FIRST(click.event_id) AS first_event,
    LAST(click.event_id) AS last_event
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (click{5}) WITHIN INTERVAL '10' SECOND
  DEFINE click AS click.kind = 'click'
);
