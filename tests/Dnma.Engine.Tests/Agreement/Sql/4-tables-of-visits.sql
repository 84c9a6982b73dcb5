-- The parts of a visit: it is in one modality of most dimensions, and once in each value of the rest that it used.
CREATE OR REPLACE TABLE parts AS
SELECT visit, unnest([
        {dimension: 'total', modality: 'total'},
        {dimension: 'profile', modality: profile},
        {dimension: 'device', modality: device},
        {dimension: 'os', modality: os},
        {dimension: 'browser', modality: browser},
        {dimension: 'profile-device', modality: concat(profile, '_', device)},
        {dimension: 'connected-object', modality: connected_object},
        {dimension: 'school-level', modality: CASE WHEN coalesce(nature, '') = '' THEN 'inconnu' WHEN starts_with(nature, 'ECOLE') THEN '1d' ELSE '2d' END}
    ], recursive := true),
    page_views, hits, duration_ms
FROM visits LEFT JOIN annuaire USING (uai)
UNION ALL
SELECT visit, dimension, CASE modality WHEN '' THEN 'inconnu' ELSE modality END, sum(page_view), count(*), sum(time_ms)
FROM (
    SELECT visit, page_view, time_ms, unnest([
            {dimension: 'service', modality: service},
            {dimension: 'type', modality: type},
            {dimension: 'tool', modality: tool}
        ], recursive := true)
    FROM timed)
GROUP BY ALL;

-- The territories of a visit: of the annuaire, else of the UAI's prefix.
CREATE OR REPLACE TABLE places AS
WITH prefixed AS (
    SELECT
        visits.*,
        annuaire.department AS listed_department,
        annuaire.academy AS listed_academy,
        CASE left(uai, 3)
            WHEN '620' THEN '2A'
            WHEN '720' THEN '2B'
            ELSE CASE WHEN starts_with(uai, '0') THEN substr(uai, 2, 2) ELSE left(uai, 3) END
        END AS prefix
    FROM visits LEFT JOIN annuaire USING (uai))
SELECT visit, unnest([
        {level: 'national', code: 'FR'},
        {level: 'academy', code: coalesce(listed_academy, academy, 'inconnu')},
        {level: 'department', code: coalesce(listed_department, department, 'inconnu')},
        {level: 'platform', code: platform},
        {level: 'project', code: project},
        {level: 'establishment', code: uai}
    ], recursive := true)
FROM prefixed LEFT JOIN departments ON prefix = department;

-- The measured days of each norm.
CREATE OR REPLACE TABLE measured AS
SELECT norm, coalesce(any_value(range.first_day), min(day)) AS first_day, coalesce(any_value(range.end_day), max(last_day) + 1) AS end_day
FROM visits CROSS JOIN range
GROUP BY norm;

-- The days of each norm and the periods that they are in.
CREATE OR REPLACE TABLE periods AS
SELECT norm, day, unnest([
        {period: 'day', period_start: day},
        {period: 'week', period_start: date_trunc('week', day)::DATE},
        {period: 'month', period_start: date_trunc('month', day)::DATE},
        {period: 'school-year', period_start: make_date(year(day) - (month(day) < 8)::BIGINT, 8, 1)},
        {period: 'all', period_start: first_day}
    ], recursive := true)
FROM (
    SELECT norm, first_day, unnest(generate_series(first_day, end_day - 1, INTERVAL 1 DAY))::DATE AS day
    FROM measured);
