-- The rows of these kinds of period and some levels.
INSERT INTO figures
SELECT period, start, level, territory, modality, visits, users, page_views, hits, duration_ms, timed_visits, bounces, flash_visits
FROM (
    SELECT
        period, start, level, territory, modality, sum(visits)::BIGINT AS visits, sum(page_views)::BIGINT AS page_views, sum(hits)::BIGINT AS hits,
        sum(duration_ms)::BIGINT AS duration_ms, sum(timed_visits)::BIGINT AS timed_visits, sum(bounces)::BIGINT AS bounces,
        sum(flash_visits)::BIGINT AS flash_visits
    FROM period_sums JOIN places_of_spots USING (spot) JOIN counted USING (period, level)
    WHERE level IN ({levels})
    GROUP BY ALL)
JOIN (
    SELECT period, start, level, territory, modality, count(*) AS users
    FROM (
        SELECT DISTINCT period, start, level, territory, modality, person
        FROM period_users JOIN places_of_spots USING (spot) JOIN counted USING (period, level)
        WHERE level IN ({levels}))
    GROUP BY ALL)
USING (period, start, level, territory, modality);
