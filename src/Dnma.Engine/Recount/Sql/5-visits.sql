-- A break opens a visit, and so does an action after as many as the norm allows.
CREATE TABLE numbered AS
WITH broken AS (
    SELECT
        *,
        coalesce(clock_ms - lag(clock_ms) OVER visitor >= getvariable('inactivity_ms') OR (getvariable('cuts_at_midnight') AND day <> lag(day) OVER visitor), true)
            AS is_broken
    FROM kept
    WINDOW visitor AS (PARTITION BY visitor ORDER BY n)),
stretched AS (
    SELECT *, sum(is_broken::INTEGER) OVER (PARTITION BY visitor ORDER BY n ROWS UNBOUNDED PRECEDING) AS stretch
    FROM broken),
acted AS (
    SELECT *, sum(is_action::INTEGER) OVER (PARTITION BY visitor, stretch ORDER BY n ROWS UNBOUNDED PRECEDING) AS actions
    FROM stretched),
opening AS (
    SELECT *, is_broken OR coalesce(is_action AND actions > 1 AND (actions - 1) % getvariable('full_at') = 0, false) AS opens
    FROM acted)
SELECT
    * EXCLUDE (is_broken, stretch, actions, opens),
    visitor::UBIGINT * 4294967296::UBIGINT + (sum(opens::INTEGER) OVER (PARTITION BY visitor ORDER BY n ROWS UNBOUNDED PRECEDING))::UBIGINT AS visit
FROM opening;

-- Each hit's time: to the next one; the last one of several has what the norm adds.
CREATE TABLE timed AS
WITH placed AS (
    SELECT
        *,
        first_value(instant_ms) OVER visit AS first_ms,
        lead(instant_ms) OVER visit AS next_ms,
        lag(instant_ms) OVER visit IS NULL AS is_first
    FROM numbered
    WINDOW visit AS (PARTITION BY visit ORDER BY n))
SELECT
    visit, n, person, day, copies, place, use, traits, is_action, is_page_view,
    CASE
        WHEN next_ms IS NOT NULL THEN elapsed(next_ms, first_ms) - elapsed(instant_ms, first_ms)
        WHEN is_first THEN 0
        ELSE getvariable('adds_ms')
    END AS time_ms
FROM placed;

-- What is known of a visit is what its first hit that knows it says; a visit of too many hits is a robot's.
CREATE TABLE all_visits AS
SELECT
    visit,
    arg_min(person, n) AS person,
    arg_min(day, n) AS day,
    max(day) AS last_day,
    count(*) AS hits,
    count(*) FILTER (WHERE is_page_view) AS page_views,
    count(*) FILTER (WHERE is_action) AS actions,
    sum(time_ms)::BIGINT AS duration_ms,
    coalesce(arg_min(uai, n) FILTER (WHERE uai <> 0), 0) AS uai,
    coalesce(arg_min(project, n) FILTER (WHERE project <> 0), 0) AS project,
    coalesce(arg_min(platform, n) FILTER (WHERE platform <> 0), 0) AS platform,
    coalesce(arg_min(operator, n) FILTER (WHERE operator <> 0), 0) AS operator,
    coalesce(arg_min(collectivity, n) FILTER (WHERE collectivity <> 0), 0) AS collectivity,
    coalesce(arg_min(profile, n) FILTER (WHERE profile <> 0), 0) AS profile,
    coalesce(arg_min(device, n) FILTER (WHERE device <> 0), 0) AS device,
    coalesce(arg_min(connected_object, n) FILTER (WHERE device <> 0), 0) AS connected_object,
    coalesce(arg_min(os, n) FILTER (WHERE os <> 0), 0) AS os,
    coalesce(arg_min(browser, n) FILTER (WHERE browser <> 0), 0) AS browser,
    coalesce(count(*) > getvariable('robot_above'), false) AS is_robot
FROM timed JOIN coded_places USING (place) JOIN attributes USING (traits)
GROUP BY visit;

-- The measured days: as asked, else from the first to after the last day of a visit. Of a sample they are those of all visitors.
CREATE TABLE measured AS
SELECT
    CASE WHEN getvariable('is_sample') THEN getvariable('known_first') WHEN count(*) > 0 THEN coalesce(getvariable('from_day'), min(day)) END AS first_day,
    CASE WHEN getvariable('is_sample') THEN getvariable('known_end') WHEN count(*) > 0 THEN coalesce(getvariable('to_day'), max(last_day) + 1) END AS end_day
FROM all_visits
WHERE NOT is_robot;

-- What every place of visits and events has of each kind that a perimeter may name, and which places are in it: those that match in every kind named.
CREATE TABLE inside AS
WITH spots AS (
    SELECT uai, project, platform, operator, collectivity FROM all_visits
    UNION
    SELECT uai, project, platform, operator, collectivity FROM coded_places),
known AS (
    SELECT uai, project, platform, operator, collectivity, unnest([
            {kind: 'region', value: region},
            {kind: 'academy', value: academy},
            {kind: 'department', value: department},
            {kind: 'commune', value: commune},
            {kind: 'circonscription', value: circonscription},
            {kind: 'uai', value: coalesce(uais.text, 'inconnu')},
            {kind: 'school-level', value: ['inconnu', '1d', '2d'][school_level + 1]},
            {kind: 'nature', value: nature_code},
            {kind: 'sector', value: sector},
            {kind: 'ministry', value: ministry},
            {kind: 'project', value: coalesce(projects.text, 'inconnu')},
            {kind: 'platform', value: coalesce(platforms.text, 'inconnu')},
            {kind: 'operator', value: coalesce(operators.text, 'inconnu')},
            {kind: 'collectivity', value: coalesce(collectivities.text, 'inconnu')}
        ], recursive := true)
    FROM spots
    JOIN establishments USING (uai)
    LEFT JOIN texts AS uais ON uais.kind = 'uai' AND uais.id = uai
    LEFT JOIN texts AS projects ON projects.kind = 'project' AND projects.id = project
    LEFT JOIN texts AS platforms ON platforms.kind = 'platform' AND platforms.id = platform
    LEFT JOIN texts AS operators ON operators.kind = 'operator' AND operators.id = operator
    LEFT JOIN texts AS collectivities ON collectivities.kind = 'collectivity' AND collectivities.id = collectivity)
SELECT uai, project, platform, operator, collectivity
FROM known LEFT JOIN perimeter USING (kind, value)
GROUP BY uai, project, platform, operator, collectivity
HAVING count(DISTINCT kind) FILTER (WHERE perimeter.kind IS NOT NULL) = (SELECT count(DISTINCT kind) FROM perimeter);

CREATE TABLE visits_in_period AS
SELECT
    *,
    CASE getvariable('timed') WHEN 'all' THEN true WHEN 'two hits' THEN hits >= 2 ELSE duration_ms > 0 END AS is_timed,
    CASE WHEN getvariable('bounces_by_actions') THEN actions ELSE page_views END <= 1 AS is_bounce,
    duration_ms <= getvariable('flash_ms') AS is_flash
FROM all_visits
WHERE NOT is_robot
    AND coalesce(day >= getvariable('from_day'), true)
    AND coalesce(day < getvariable('to_day'), true);

CREATE VIEW visits AS FROM visits_in_period SEMI JOIN inside USING (uai, project, platform, operator, collectivity);

-- Clicks, downloads and events, whether the norm counts them or not: each belongs to its own day and place. Bit 20 of facts marks downloads.
CREATE TABLE events AS
WITH located AS (
    SELECT
        person, uai, project, platform, operator, collectivity, label, local_day(instant_ms) AS day,
        CASE WHEN (facts >> 16) & 3 = 2 THEN 2 WHEN (facts >> 20) & 1 = 1 THEN 1 ELSE 0 END AS kind
    FROM once JOIN coded_places USING (place) JOIN coded_uses USING (use)
    WHERE (facts >> 16) & 3 IN (1, 2))
SELECT *
FROM located SEMI JOIN inside USING (uai, project, platform, operator, collectivity)
WHERE coalesce(day >= getvariable('from_day'), true) AND coalesce(day < getvariable('to_day'), true);
