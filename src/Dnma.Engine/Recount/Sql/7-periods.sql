-- What is counted over some kinds of period, by place: figures that add up, and users, once each.
CREATE OR REPLACE TABLE period_sums AS
SELECT
    period, start, spot, modality, count(*) AS visits, sum(page_views)::BIGINT AS page_views, sum(hits)::BIGINT AS hits, sum(duration_ms)::BIGINT AS duration_ms,
    count(*) FILTER (WHERE is_timed) AS timed_visits, count(*) FILTER (WHERE is_bounce) AS bounces, count(*) FILTER (WHERE is_flash) AS flash_visits
FROM parts JOIN periods USING (day)
WHERE period IN ({periods})
GROUP BY ALL;

CREATE OR REPLACE TABLE period_users AS
SELECT DISTINCT period, start, spot, modality, person
FROM parts JOIN periods USING (day)
WHERE period IN ({periods});
