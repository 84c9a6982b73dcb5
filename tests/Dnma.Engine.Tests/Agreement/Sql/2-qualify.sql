-- Every distinct hit under every norm, with how often it came and why it is excluded: '' where it is not, as far as it alone can tell.
CREATE OR REPLACE TABLE judged AS
WITH once AS (SELECT *, count(*) AS copies FROM hits GROUP BY ALL)
SELECT
    norms.*,
    once.*,
    CASE WHEN project <> '' THEN concat_ws(chr(31), 'project', project, visitor) ELSE concat_ws(chr(31), 'collectivity', collectivity, visitor) END AS person,
    CASE
        WHEN flag <> '' THEN flag
        WHEN visitor = '' THEN 'anonymous'
        WHEN collectivity = '365203' THEN 'test-site'
        WHEN instant_ms < epoch_ms(TIMESTAMP '2005-01-01') OR instant_ms >= epoch_ms(TIMESTAMP '2100-01-01') THEN 'implausible-instant'
        WHEN kind = 'page' THEN ''
        WHEN kind = 'click' AND clicks = 'all' THEN ''
        WHEN kind = 'click' AND clicks = 'third party' AND service <> '' AND type <> 'natif' THEN ''
        WHEN kind = 'event' AND has_events THEN ''
        WHEN kind = 'ping' AND has_pings THEN ''
        ELSE 'not-counted-by-norm'
    END AS fate
FROM once CROSS JOIN norms;

-- The others in the total order: visitor, instant, content (design §7). Instants in whole ticks of the norm's clock, days in Paris.
CREATE OR REPLACE TABLE ordered AS
WITH keyed AS (
    SELECT
        *,
        CASE WHEN by_browser AND client <> '' THEN concat_ws(chr(31), 'client', client) ELSE person END AS visits_of,
        instant_ms // tick_ms * tick_ms AS clock_ms,
        CAST(timezone('Europe/Paris', timezone('UTC', make_timestamp(instant_ms * 1000))) AS DATE) AS day,
        kind <> 'ping' AS is_action
    FROM judged
    WHERE fate = '')
SELECT
    *,
    row_number() OVER (
        PARTITION BY norm, visits_of
        ORDER BY instant_ms, uai, profile, service, type, tool, project, platform, kind, device, os, browser, connected_object, person,
            operator, collectivity, page, client, user_agent) AS n
FROM keyed;

-- A heartbeat extends, never opens: it is an orphan where no action came before it, or where the visit of the last action had ended.
CREATE OR REPLACE TABLE with_orphans AS
WITH broken AS (
    SELECT
        *,
        coalesce(clock_ms - lag(clock_ms) OVER visitor >= 1800000 OR (cuts_at_midnight AND day <> lag(day) OVER visitor), true) AS is_broken
    FROM ordered
    WINDOW visitor AS (PARTITION BY norm, visits_of ORDER BY n)),
counted AS (
    SELECT
        *,
        sum(is_action::BIGINT) OVER visitor AS actions_so_far,
        sum(is_broken::BIGINT) OVER visitor AS breaks_so_far
    FROM broken
    WINDOW visitor AS (PARTITION BY norm, visits_of ORDER BY n))
SELECT
    *,
    NOT is_action AND (actions_so_far = 0 OR breaks_so_far > min(breaks_so_far) OVER (PARTITION BY norm, visits_of, actions_so_far)) AS is_orphan
FROM counted;
