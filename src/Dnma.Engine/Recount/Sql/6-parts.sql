-- Where visits and events are, and the territories that hold it, level by level.
CREATE TABLE spots AS
SELECT
    row_number() OVER ()::INTEGER AS spot, uai, project, platform, operator, collectivity, school_level, academies.id AS academy,
    departments.id AS department, regions.id AS region, communes.id AS commune, circonscriptions.id AS circonscription
FROM (
    SELECT uai, project, platform, operator, collectivity FROM visits
    UNION
    SELECT uai, project, platform, operator, collectivity FROM events)
JOIN establishments USING (uai)
JOIN territories AS academies ON academies.level = 1 AND academies.code = establishments.academy
JOIN territories AS departments ON departments.level = 2 AND departments.code = establishments.department
JOIN territories AS regions ON regions.level = 6 AND regions.code = establishments.region
JOIN territories AS communes ON communes.level = 7 AND communes.code = establishments.commune
JOIN territories AS circonscriptions ON circonscriptions.level = 8 AND circonscriptions.code = establishments.circonscription;

CREATE TABLE places_of_spots AS
SELECT
    spot,
    unnest([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) AS level,
    unnest([0, academy, department, platform, project, uai, region, commune, circonscription, operator, collectivity]) AS territory
FROM spots;

-- A visit is in one modality of most dimensions, and once in each value of the rest that it used.
CREATE TABLE parts AS
SELECT
    person, day, spot,
    unnest([
        modality(0, 0), modality(1, profile), modality(3, device), modality(4, os), modality(5, browser), modality(8, school_level),
        modality(9, profile * 8 + device), modality(10, connected_object)]) AS modality,
    page_views, hits, duration_ms, is_timed, is_bounce, is_flash
FROM visits JOIN spots USING (uai, project, platform, operator, collectivity)
UNION ALL
SELECT person, day, spot, modality, used.page_views, used.hits, used.duration_ms, is_timed, is_bounce, is_flash
FROM (
    SELECT visit, modality, count(*) FILTER (WHERE is_page_view) AS page_views, count(*) AS hits, sum(time_ms)::BIGINT AS duration_ms
    FROM (
        SELECT
            visit, is_page_view, time_ms,
            unnest([
                modality(2, service), modality(6, type), modality(7, tool),
                modality(11, custom0), modality(12, custom1), modality(13, custom2), modality(14, custom3)][:3 + getvariable('customs')]) AS modality
        FROM timed JOIN coded_uses USING (use))
    GROUP BY visit, modality) AS used
JOIN visits USING (visit)
JOIN spots USING (uai, project, platform, operator, collectivity);

-- The periods that each day is in, by their first days; the whole range begins with the measured days.
CREATE TABLE periods AS
WITH dated AS (
    SELECT day, DATE '1970-01-01' + day AS date
    FROM (
        SELECT day FROM visits
        UNION
        SELECT day FROM events
        UNION
        SELECT unnest(generate_series(first_day::BIGINT, end_day::BIGINT - 1))::INTEGER FROM measured)),
begun AS (
    SELECT
        day,
        unnest([0, 1, 2, 3, 4]) AS period,
        unnest([
            date, date_trunc('week', date)::DATE, date_trunc('month', date)::DATE, make_date(year(date) - (month(date) < 8)::BIGINT, 8, 1),
            DATE '1970-01-01' + coalesce(first_day, 0)::INTEGER]) AS start
    FROM dated CROSS JOIN measured)
SELECT day, period, (start - DATE '1970-01-01')::INTEGER AS start
FROM begun;

CREATE TABLE modalities AS
SELECT modality(dimension, code) AS modality, text
FROM (
    VALUES
        (0, 0, 'total'),
        (1, 0, 'inconnu'), (1, 1, 'eleve'), (1, 2, 'enseignant'), (1, 3, 'parent'), (1, 4, 'admin_vie_scol_tech'), (1, 5, 'autre'), (1, 6, 'collectivite'),
        (2, 0, 'inconnu'),
        (3, 0, 'inconnu'), (3, 1, 'ordinateur'), (3, 2, 'smartphone'), (3, 3, 'tablette'), (3, 4, 'autreappareil'),
        (4, 0, 'inconnu'), (4, 1, 'android'), (4, 2, 'windows'), (4, 3, 'ios'), (4, 4, 'macos'), (4, 5, 'chromeos'), (4, 6, 'linux'), (4, 7, 'autreos'),
        (5, 0, 'inconnu'), (5, 1, 'chromemobile'), (5, 2, 'safari'), (5, 3, 'chrome'), (5, 4, 'firefox'), (5, 5, 'edge'), (5, 6, 'samsungbrowser'),
        (5, 7, 'opera'), (5, 8, 'huaweibrowser'), (5, 9, 'miuibrowser'), (5, 10, 'autrenavigateur'),
        (6, 0, 'inconnu'), (7, 0, 'inconnu'),
        (8, 0, 'inconnu'), (8, 1, '1d'), (8, 2, '2d'),
        (10, 0, 'aucun'), (10, 1, 'speaker'), (10, 2, 'display'), (10, 3, 'fridge'), (10, 4, 'car'), (10, 5, 'tv'), (10, 6, 'console'), (10, 7, 'wearable'),
        (11, 0, 'inconnu'), (12, 0, 'inconnu'), (13, 0, 'inconnu'), (14, 0, 'inconnu')) AS shipped (dimension, code, text)
UNION ALL
SELECT modality(dimension, id), text
FROM texts
JOIN (
    VALUES ('service', 2), ('type', 6), ('tool', 7), ('custom0', 11), ('custom1', 12), ('custom2', 13), ('custom3', 14)) AS used (kind, dimension) USING (kind);

-- Profile and device together.
INSERT INTO modalities
SELECT modality(9, (profiles.modality & 7) * 8 + (devices.modality & 7)), concat(profiles.text, '_', devices.text)
FROM modalities AS profiles CROSS JOIN modalities AS devices
WHERE profiles.modality >> 32 = 1 AND devices.modality >> 32 = 3;
