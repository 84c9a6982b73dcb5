-- How many hits are excluded for which reason, as reason,count, for every norm.
WITH fates AS (
    -- Of equal hits one counts, the others are duplicates, unless all of them are excluded.
    SELECT norm, CASE fate WHEN '' THEN 'duplicate' ELSE fate END AS reason, CASE fate WHEN '' THEN copies - 1 ELSE copies END AS count
    FROM judged
    UNION ALL
    -- Of orphans the first copy too is not counted, and the others were not duplicates.
    SELECT norm, 'not-counted-by-norm', copies FROM with_orphans WHERE is_orphan
    UNION ALL
    SELECT norm, 'duplicate', 1 - copies FROM with_orphans WHERE is_orphan
    UNION ALL
    SELECT norm, 'robot', copies FROM sessionized WHERE visit NOT IN (SELECT visit FROM visits)
    UNION ALL
    SELECT norm, 'duplicate', 1 - copies FROM sessionized WHERE visit NOT IN (SELECT visit FROM visits))
SELECT norm, concat_ws(',', reason, sum(count)) AS line
FROM fates
GROUP BY norm, reason
HAVING sum(count) > 0
ORDER BY norm, reason;
