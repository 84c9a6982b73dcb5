-- Hits with the number of their visit: a break opens one, and so does an action after as many as the norm allows.
CREATE OR REPLACE TABLE sessionized AS
WITH broken AS (
    SELECT
        * EXCLUDE (actions_so_far, breaks_so_far),
        coalesce(clock_ms - lag(clock_ms) OVER visitor >= 1800000 OR (cuts_at_midnight AND day <> lag(day) OVER visitor), true) AS opens
    FROM with_orphans
    WHERE NOT is_orphan
    WINDOW visitor AS (PARTITION BY norm, visits_of ORDER BY n)),
stretched AS (
    SELECT *, sum(opens::BIGINT) OVER (PARTITION BY norm, visits_of ORDER BY n) AS stretch
    FROM broken),
acted AS (
    SELECT *, sum(is_action::BIGINT) OVER (PARTITION BY norm, visits_of, stretch ORDER BY n) AS actions_so_far
    FROM stretched)
SELECT *, concat_ws(chr(31), norm, visits_of, stretch, coalesce((actions_so_far - 1) // full_at, 0)) AS visit
FROM acted;

-- Each hit's time: to the next one, between positions as the norm rounds them; the last one has what the norm adds to visits of several hits.
CREATE OR REPLACE TABLE timed AS
WITH placed AS (
    SELECT
        *,
        (clock_ms - min(clock_ms) OVER (PARTITION BY visit) + rounds_to_ms // 2) // rounds_to_ms * rounds_to_ms AS position_ms,
        count(*) OVER (PARTITION BY visit) AS hits_of_visit
    FROM sessionized)
SELECT
    *,
    (views = 'all hits' OR kind = 'page')::BIGINT AS page_view,
    coalesce(lead(position_ms) OVER (PARTITION BY visit ORDER BY n) - position_ms, CASE WHEN hits_of_visit > 1 THEN adds_ms ELSE 0 END) AS time_ms
FROM placed;

-- What is known of a visit is what its first hit that knows it says; a visit of too many hits is a robot's.
CREATE OR REPLACE TABLE visits AS
SELECT
    norm,
    visit,
    arg_min(person, n) AS person,
    arg_min(day, n) AS day,
    max(day) AS last_day,
    count(*) AS hits,
    sum(page_view)::BIGINT AS page_views,
    sum(time_ms)::BIGINT AS duration_ms,
    CASE any_value(timed) WHEN 'all' THEN true WHEN 'two hits' THEN count(*) >= 2 ELSE sum(time_ms) > 0 END AS is_timed,
    CASE any_value(bounces_by) WHEN 'actions' THEN count(*) FILTER (WHERE is_action) ELSE sum(page_view) END <= 1 AS is_bounce,
    sum(time_ms) <= 30000 AS is_flash,
    coalesce(arg_min(uai, n) FILTER (WHERE uai <> ''), 'inconnu') AS uai,
    coalesce(arg_min(project, n) FILTER (WHERE project <> ''), 'inconnu') AS project,
    coalesce(arg_min(platform, n) FILTER (WHERE platform <> ''), 'inconnu') AS platform,
    coalesce(arg_min(operator, n) FILTER (WHERE operator <> ''), 'inconnu') AS operator,
    coalesce(arg_min(collectivity, n) FILTER (WHERE collectivity <> ''), 'inconnu') AS collectivity,
    coalesce(arg_min(profile, n) FILTER (WHERE profile <> ''), 'inconnu') AS profile,
    coalesce(arg_min(device, n) FILTER (WHERE device <> ''), 'inconnu') AS device,
    coalesce(arg_min(os, n) FILTER (WHERE os <> ''), 'inconnu') AS os,
    coalesce(arg_min(browser, n) FILTER (WHERE browser <> ''), 'inconnu') AS browser,
    coalesce(nullif(arg_min(connected_object, n) FILTER (WHERE device <> ''), ''), 'aucun') AS connected_object
FROM timed
GROUP BY norm, visit
HAVING any_value(robot_above) IS NULL OR count(*) <= any_value(robot_above);
