-- What became of the hits: qualified by themselves, pings without a visit, repeated, in robots' visits, in visits counted, out of the measured days and out of
-- the perimeter.
SELECT
    (SELECT coalesce(sum(copies), 0)::BIGINT FROM ordered) AS qualified,
    (SELECT coalesce(sum(copies), 0)::BIGINT FROM ordered) - (SELECT coalesce(sum(copies), 0)::BIGINT FROM kept) AS orphans,
    (SELECT coalesce(sum(copies - 1), 0)::BIGINT FROM kept) AS duplicates,
    (SELECT count(*) FROM all_visits WHERE is_robot) AS robot_visits,
    (SELECT coalesce(sum(hits), 0)::BIGINT FROM all_visits WHERE is_robot) AS robot_hits,
    (SELECT count(*) FROM visits) AS visits,
    (SELECT coalesce(sum(hits), 0)::BIGINT FROM visits) AS hits,
    (SELECT count(*) FROM all_visits WHERE NOT is_robot) - (SELECT count(*) FROM visits_in_period) AS out_of_period,
    (SELECT coalesce(sum(hits), 0)::BIGINT FROM all_visits WHERE NOT is_robot) - (SELECT coalesce(sum(hits), 0)::BIGINT FROM visits_in_period) AS out_of_period_hits,
    (SELECT count(*) FROM visits_in_period) - (SELECT count(*) FROM visits) AS out_of_perimeter,
    (SELECT coalesce(sum(hits), 0)::BIGINT FROM visits_in_period) - (SELECT coalesce(sum(hits), 0)::BIGINT FROM visits) AS out_of_perimeter_hits;
