-- A ping extends a visit, and opens none: it is left out where no action came before it, or where the visit of the last action had ended.
CREATE TABLE with_orphans AS
WITH broken AS (
    SELECT
        *,
        coalesce(clock_ms - lag(clock_ms) OVER visitor >= getvariable('inactivity_ms') OR (getvariable('cuts_at_midnight') AND day <> lag(day) OVER visitor), true)
            AS is_broken
    FROM ordered
    WINDOW visitor AS (PARTITION BY visitor ORDER BY n)),
counted AS (
    SELECT
        *,
        sum(is_action::INTEGER) OVER visitor AS actions_so_far,
        sum(is_broken::INTEGER) OVER visitor AS breaks_so_far
    FROM broken
    WINDOW visitor AS (PARTITION BY visitor ORDER BY n ROWS UNBOUNDED PRECEDING))
SELECT
    * EXCLUDE (is_broken, actions_so_far, breaks_so_far),
    NOT is_action AND (actions_so_far = 0 OR breaks_so_far > min(breaks_so_far) OVER (PARTITION BY visitor, actions_so_far)) AS is_orphan
FROM counted;

CREATE TABLE kept AS SELECT * EXCLUDE (is_orphan) FROM with_orphans WHERE NOT is_orphan;
