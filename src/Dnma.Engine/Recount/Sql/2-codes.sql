-- Texts, numbered in the order of their bytes, which is the order that ties are broken by; 0 stands for no text.
CREATE TABLE texts AS
SELECT kind, text, row_number() OVER (PARTITION BY kind ORDER BY text)::INTEGER AS id
FROM (
    SELECT 'uai' AS kind, uai AS text FROM places
    UNION SELECT 'project', project FROM places
    UNION SELECT 'platform', platform FROM places
    UNION SELECT 'operator', operator FROM places
    UNION SELECT 'collectivity', collectivity FROM places
    UNION SELECT 'service', service FROM uses
    UNION SELECT 'type', type FROM uses
    UNION SELECT 'tool', tool FROM uses
    UNION SELECT 'custom0', custom0 FROM uses
    UNION SELECT 'custom1', custom1 FROM uses
    UNION SELECT 'custom2', custom2 FROM uses
    UNION SELECT 'custom3', custom3 FROM uses
    UNION SELECT 'label', label FROM uses)
WHERE text <> '';

CREATE TABLE coded_places AS
SELECT
    place, coalesce(uais.id, 0) AS uai, coalesce(projects.id, 0) AS project, coalesce(platforms.id, 0) AS platform, coalesce(operators.id, 0) AS operator,
    coalesce(collectivities.id, 0) AS collectivity
FROM places
LEFT JOIN texts AS uais ON uais.kind = 'uai' AND uais.text = uai
LEFT JOIN texts AS projects ON projects.kind = 'project' AND projects.text = project
LEFT JOIN texts AS platforms ON platforms.kind = 'platform' AND platforms.text = platform
LEFT JOIN texts AS operators ON operators.kind = 'operator' AND operators.text = operator
LEFT JOIN texts AS collectivities ON collectivities.kind = 'collectivity' AND collectivities.text = collectivity;

-- The remainder orders what is no canonical field: of equal hits the least one counts.
CREATE TABLE coded_uses AS
WITH coded AS (
    SELECT
        use,
        uses.type = 'natif' AS is_native,
        coalesce(services.id, 0) AS service,
        coalesce(types.id, 0) AS type,
        coalesce(tools.id, 0) AS tool,
        coalesce(first.id, 0) AS custom0,
        coalesce(second.id, 0) AS custom1,
        coalesce(third.id, 0) AS custom2,
        coalesce(fourth.id, 0) AS custom3,
        coalesce(labels.id, 0) AS label
    FROM uses
    LEFT JOIN texts AS services ON services.kind = 'service' AND services.text = service
    LEFT JOIN texts AS types ON types.kind = 'type' AND types.text = type
    LEFT JOIN texts AS tools ON tools.kind = 'tool' AND tools.text = tool
    LEFT JOIN texts AS first ON first.kind = 'custom0' AND first.text = custom0
    LEFT JOIN texts AS second ON second.kind = 'custom1' AND second.text = custom1
    LEFT JOIN texts AS third ON third.kind = 'custom2' AND third.text = custom2
    LEFT JOIN texts AS fourth ON fourth.kind = 'custom3' AND fourth.text = custom3
    LEFT JOIN texts AS labels ON labels.kind = 'label' AND labels.text = label)
SELECT *, dense_rank() OVER (ORDER BY custom0, custom1, custom2, custom3, label) AS remainder
FROM coded;

-- What a device and a profile are: bits 0-2 device, 3-5 system, 6-9 browser, 10-12 connected object, 13-15 profile.
CREATE TABLE attributes AS
WITH seen AS (
    SELECT DISTINCT facts & 65535 AS traits FROM hits),
unpacked AS (
    SELECT
        traits,
        traits & 7 AS device,
        (traits >> 3) & 7 AS os,
        (traits >> 6) & 15 AS browser,
        (traits >> 10) & 7 AS connected_object,
        (traits >> 13) & 7 AS profile
    FROM seen),
named AS (
    SELECT
        *,
        ['', 'ordinateur', 'smartphone', 'tablette', 'autreappareil'][device + 1] AS device_text,
        ['', 'android', 'windows', 'ios', 'macos', 'chromeos', 'linux', 'autreos'][os + 1] AS os_text,
        ['', 'chromemobile', 'safari', 'chrome', 'firefox', 'edge', 'samsungbrowser', 'opera', 'huaweibrowser', 'miuibrowser', 'autrenavigateur'][browser + 1]
            AS browser_text,
        ['', 'speaker', 'display', 'fridge', 'car', 'tv', 'console', 'wearable'][connected_object + 1] AS object_text,
        ['', 'eleve', 'enseignant', 'parent', 'admin_vie_scol_tech', 'autre', 'collectivite'][profile + 1] AS profile_text
    FROM unpacked)
SELECT
    *,
    dense_rank() OVER (ORDER BY profile_text) AS profile_rank,
    dense_rank() OVER (ORDER BY device_text, os_text, browser_text, object_text) AS device_rank
FROM named;

-- Where an establishment is: what the annuaire says, else what the UAI's prefix does (domain §6).
CREATE TABLE establishments AS
WITH prefixed AS (
    SELECT
        id AS uai,
        nullif(annuaire.academy, '') AS listed_academy,
        nullif(annuaire.department, '') AS listed_department,
        coalesce(nature, '') AS nature,
        nullif(annuaire.region, '') AS listed_region,
        commune,
        circonscription,
        nature_code,
        sector,
        ministry,
        CASE
            WHEN left(text, 3) = '620' THEN '2A'
            WHEN left(text, 3) = '720' THEN '2B'
            WHEN left(text, 3) BETWEEN '001' AND '095' AND left(text, 3) <> '020' THEN substr(text, 2, 2)
            WHEN left(text, 3) BETWEEN '971' AND '978' THEN left(text, 3)
            WHEN left(text, 3) = '983' THEN '988'
            WHEN left(text, 3) = '984' THEN '987'
            WHEN left(text, 3) = '987' THEN '986'
            WHEN left(text, 3) IN ('986', '988') THEN left(text, 3)
        END AS prefix
    FROM texts LEFT JOIN annuaire ON annuaire.uai = texts.text
    WHERE kind = 'uai')
SELECT
    uai,
    coalesce(listed_academy, nullif(departments.academy, ''), 'inconnu') AS academy,
    coalesce(listed_department, departments.department, 'inconnu') AS department,
    CASE WHEN nature = '' THEN 0 WHEN starts_with(upper(strip_accents(nature)), 'ECOLE') THEN 1 ELSE 2 END AS school_level,
    -- The collectivities overseas are in no region.
    coalesce(nullif(coalesce(listed_region, nullif(departments.region, '')), '00'), 'inconnu') AS region,
    coalesce(nullif(commune, ''), 'inconnu') AS commune,
    coalesce(nullif(circonscription, ''), 'inconnu') AS circonscription,
    coalesce(nullif(nature_code, ''), 'inconnu') AS nature_code,
    coalesce(nullif(sector, ''), 'inconnu') AS sector,
    coalesce(nullif(ministry, ''), 'inconnu') AS ministry
FROM prefixed LEFT JOIN departments ON departments.department = prefix
UNION ALL
SELECT 0, 'inconnu', 'inconnu', 0, 'inconnu', 'inconnu', 'inconnu', 'inconnu', 'inconnu', 'inconnu';

CREATE TABLE territories AS
SELECT 0 AS level, 0 AS id, 'FR' AS code
UNION ALL
SELECT 1, row_number() OVER (ORDER BY academy)::INTEGER, academy FROM (SELECT DISTINCT academy FROM establishments)
UNION ALL
SELECT 2, row_number() OVER (ORDER BY department)::INTEGER, department FROM (SELECT DISTINCT department FROM establishments)
UNION ALL
SELECT unnest([3, 4, 5, 9, 10]), 0, 'inconnu'
UNION ALL
SELECT CASE kind WHEN 'platform' THEN 3 WHEN 'project' THEN 4 WHEN 'uai' THEN 5 WHEN 'operator' THEN 9 ELSE 10 END, id, text
FROM texts
WHERE kind IN ('platform', 'project', 'uai', 'operator', 'collectivity')
UNION ALL
SELECT 6, row_number() OVER (ORDER BY region)::INTEGER, region FROM (SELECT DISTINCT region FROM establishments)
UNION ALL
SELECT 7, row_number() OVER (ORDER BY commune)::INTEGER, commune FROM (SELECT DISTINCT commune FROM establishments)
UNION ALL
SELECT 8, row_number() OVER (ORDER BY circonscription)::INTEGER, circonscription FROM (SELECT DISTINCT circonscription FROM establishments);
