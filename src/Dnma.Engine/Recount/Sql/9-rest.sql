-- National totals stand there for every measured day and its week and month, zeros included.
INSERT INTO figures
SELECT DISTINCT period, start, 0, 0, modality(0, 0), 0, 0, 0, 0, 0, 0, 0, 0
FROM periods CROSS JOIN measured
WHERE day >= first_day AND day < end_day AND period IN (0, 1, 2)
    AND (period, start) NOT IN (SELECT (period, start) FROM figures WHERE level = 0 AND modality = modality(0, 0));

INSERT INTO event_figures
SELECT period, start, level, territory, kind, label, count(*) AS events, count(DISTINCT person) AS users
FROM events JOIN periods USING (day) JOIN spots USING (uai, project, platform, operator, collectivity) JOIN places_of_spots USING (spot) JOIN counted USING (period, level)
WHERE has_events
GROUP BY ALL;
