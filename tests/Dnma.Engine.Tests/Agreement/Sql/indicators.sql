-- The rows of indicators.csv (design §6), as its lines, for every norm.
WITH figures AS (
    SELECT
        norm, period, period_start, level, code, dimension, modality,
        count(*) AS visits,
        count(DISTINCT person) AS users,
        sum(parts.page_views)::BIGINT AS page_views,
        sum(parts.hits)::BIGINT AS hits,
        sum(parts.duration_ms)::BIGINT AS duration_ms,
        count(*) FILTER (WHERE is_timed) AS timed_visits,
        count(*) FILTER (WHERE is_bounce) AS bounces,
        count(*) FILTER (WHERE is_flash) AS flash_visits
    FROM visits
    JOIN periods USING (norm, day)
    JOIN places USING (visit)
    JOIN parts USING (visit)
    WHERE period <> 'day' OR level IN ('national', 'academy', 'department')
    GROUP BY ALL
    UNION ALL
    -- National totals stand there for every day, week and month, zeros included.
    SELECT DISTINCT norm, period, period_start, 'national', 'FR', 'total', 'total', 0, 0, 0, 0, 0, 0, 0, 0
    FROM periods
    WHERE period IN ('day', 'week', 'month')),
lines AS (
    SELECT
        norm, period, CAST(period_start AS VARCHAR) AS start, level, code, dimension, modality,
        concat_ws(',', sum(visits), sum(users), sum(page_views), sum(hits), sum(duration_ms), sum(timed_visits), sum(bounces), sum(flash_visits)) AS measures
    FROM figures
    GROUP BY ALL)
SELECT
    norm,
    concat_ws(',', period, start, level, quoted(code), dimension, quoted(modality), measures) AS line
FROM lines
ORDER BY norm, period, start, level, code, dimension, modality;
