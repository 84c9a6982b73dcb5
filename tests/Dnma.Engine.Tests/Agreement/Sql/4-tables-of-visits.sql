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

-- Where a visit is: by the annuaire, else by the UAI's prefix.
CREATE OR REPLACE TABLE located AS
WITH prefixed AS (
    SELECT
        visits.*,
        annuaire.department AS listed_department,
        annuaire.academy AS listed_academy,
        nullif(annuaire.region, '') AS listed_region,
        annuaire.commune,
        annuaire.circonscription,
        annuaire.nature,
        annuaire.nature_code,
        annuaire.sector,
        annuaire.ministry,
        CASE left(uai, 3)
            WHEN '620' THEN '2A'
            WHEN '720' THEN '2B'
            ELSE CASE WHEN starts_with(uai, '0') THEN substr(uai, 2, 2) ELSE left(uai, 3) END
        END AS prefix
    FROM visits LEFT JOIN annuaire USING (uai))
SELECT
    visit, uai, project, platform, operator, collectivity,
    coalesce(listed_academy, academy, 'inconnu') AS academy,
    coalesce(listed_department, departments.department, 'inconnu') AS department,
    CASE listed_region WHEN '00' THEN 'inconnu' ELSE coalesce(listed_region, region, 'inconnu') END AS region,
    coalesce(nullif(commune, ''), 'inconnu') AS commune,
    coalesce(nullif(circonscription, ''), 'inconnu') AS circonscription,
    CASE WHEN coalesce(nature, '') = '' THEN 'inconnu' WHEN starts_with(nature, 'ECOLE') THEN '1d' ELSE '2d' END AS school_level,
    coalesce(nullif(nature_code, ''), 'inconnu') AS nature_code,
    CASE sector WHEN 'Public' THEN 'PU' WHEN 'Privé' THEN 'PR' ELSE 'inconnu' END AS sector,
    coalesce(nullif(ministry, ''), 'inconnu') AS ministry
FROM prefixed
LEFT JOIN departments ON prefix = departments.department
LEFT JOIN regions ON regions.department = coalesce(listed_department, prefix);

-- Visits that have, of one of the kinds that the perimeter names, none of the values named.
CREATE OR REPLACE TABLE outside AS
SELECT DISTINCT visit
FROM (
    SELECT visit, unnest([
            {kind: 'region', value: region}, {kind: 'academy', value: academy}, {kind: 'department', value: department}, {kind: 'commune', value: commune},
            {kind: 'circonscription', value: circonscription}, {kind: 'uai', value: uai}, {kind: 'school-level', value: school_level},
            {kind: 'nature', value: nature_code}, {kind: 'sector', value: sector}, {kind: 'ministry', value: ministry}, {kind: 'project', value: project},
            {kind: 'platform', value: platform}, {kind: 'operator', value: operator}, {kind: 'collectivity', value: collectivity}
        ], recursive := true)
    FROM located)
JOIN (SELECT kind, list(value) AS wanted FROM perimeter GROUP BY kind) USING (kind)
WHERE NOT list_contains(wanted, value);

CREATE OR REPLACE TABLE places AS
SELECT visit, level, code
FROM (
    SELECT visit, unnest([
            {level: 'national', code: 'FR'}, {level: 'academy', code: academy}, {level: 'department', code: department}, {level: 'platform', code: platform},
            {level: 'project', code: project}, {level: 'establishment', code: uai}, {level: 'region', code: region}, {level: 'commune', code: commune},
            {level: 'circonscription', code: circonscription}, {level: 'operator', code: operator}, {level: 'collectivity', code: collectivity}
        ], recursive := true)
    FROM located
    WHERE visit NOT IN (SELECT visit FROM outside))
JOIN published USING (level)
WHERE is_published;

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
