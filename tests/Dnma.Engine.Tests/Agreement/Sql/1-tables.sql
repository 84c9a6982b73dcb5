-- What the reference is given: hits in canonical fields, an empty text where there is none.
CREATE TABLE hits (
    instant_ms BIGINT, visitor VARCHAR, client VARCHAR, uai VARCHAR, profile VARCHAR, service VARCHAR, type VARCHAR, tool VARCHAR, project VARCHAR,
    operator VARCHAR, platform VARCHAR, collectivity VARCHAR, kind VARCHAR, page VARCHAR, user_agent VARCHAR, device VARCHAR, os VARCHAR,
    browser VARCHAR, connected_object VARCHAR, flag VARCHAR);

-- The measured days, half-open; null: from the first to after the last local day with a qualified hit. Always one row.
CREATE TABLE range (first_day DATE, end_day DATE);

-- Establishments of the annuaire.
CREATE TABLE annuaire (
    uai VARCHAR, department VARCHAR, academy VARCHAR, nature VARCHAR, region VARCHAR, commune VARCHAR, circonscription VARCHAR, nature_code VARCHAR,
    sector VARCHAR, ministry VARCHAR);

-- What the perimeter names, by the spelling of the command line.
CREATE TABLE perimeter (kind VARCHAR, value VARCHAR);

-- Which levels are published.
CREATE TABLE published AS
SELECT level, is_standard, is_standard AS is_published
FROM (VALUES
    ('national', true), ('academy', true), ('department', true), ('platform', true), ('project', true), ('establishment', true),
    ('region', false), ('commune', false), ('circonscription', false), ('operator', false), ('collectivity', false)) AS levels (level, is_standard);

-- The four presets of domain §3.
CREATE TABLE norms (
    norm VARCHAR, by_browser BOOLEAN, clicks VARCHAR, has_events BOOLEAN, has_pings BOOLEAN, views VARCHAR, tick_ms BIGINT, cuts_at_midnight BOOLEAN,
    full_at BIGINT, robot_above BIGINT, rounds_to_ms BIGINT, adds_ms BIGINT, timed VARCHAR, bounces_by VARCHAR);

INSERT INTO norms VALUES
    ('dnma',   false, 'third party', false, false, 'all hits', 1,    true,  NULL,  NULL,   1,    0,    'two hits', 'views'),
    ('acpm',   false, 'none',        false, false, 'pages',    1,    false, NULL,  NULL,   1,    0,    'two hits', 'views'),
    ('piano',  true,  'all',         true,  false, 'pages',    1,    true,  NULL,  250000, 1000, 0,    'lasting',  'views'),
    ('matomo', false, 'all',         true,  true,  'pages',    1000, true,  10000, NULL,   1,    1000, 'all',      'actions');

-- Académies and their départements (domain §6).
CREATE TABLE departments AS
SELECT unnest(string_split(codes, ' ')) AS department, academy
FROM (VALUES
    ('01', '75'), ('02', '04 05 13 84'), ('03', '25 39 70 90'), ('04', '24 33 40 47 64'), ('06', '03 15 43 63'), ('07', '21 58 71 89'),
    ('08', '07 26 38 73 74'), ('09', '59 62'), ('10', '01 42 69'), ('11', '11 30 34 48 66'), ('12', '54 55 57 88'), ('13', '16 17 79 86'),
    ('14', '22 29 35 56'), ('15', '67 68'), ('16', '09 12 31 32 46 65 81 82'), ('17', '44 49 53 72 85'), ('18', '18 28 36 37 41 45'),
    ('19', '08 10 51 52'), ('20', '02 60 80'), ('22', '19 23 87'), ('23', '06 83'), ('24', '77 93 94'), ('25', '78 91 92 95'), ('27', '2A 2B'),
    ('28', '974'), ('31', '972'), ('32', '971'), ('33', '973'), ('43', '976'), ('70', '14 27 50 61 76')) AS academies (academy, codes);

-- Regions by INSEE's codes since 2016.
CREATE TABLE regions AS
SELECT unnest(string_split(codes, ' ')) AS department, region
FROM (VALUES
    ('01', '971'), ('02', '972'), ('03', '973'), ('04', '974'), ('06', '976'), ('11', '75 77 78 91 92 93 94 95'), ('24', '18 28 36 37 41 45'),
    ('27', '21 25 39 58 70 71 89 90'), ('28', '14 27 50 61 76'), ('32', '02 59 60 62 80'), ('44', '08 10 51 52 54 55 57 67 68 88'),
    ('52', '44 49 53 72 85'), ('53', '22 29 35 56'), ('75', '16 17 19 23 24 33 40 47 64 79 86 87'), ('76', '09 11 12 30 31 32 34 46 48 65 66 81 82'),
    ('84', '01 03 07 15 26 38 42 43 63 69 73 74'), ('93', '04 05 06 13 83 84'), ('94', '2A 2B')) AS codes (region, codes);

-- A field of a CSV line (RFC 4180).
CREATE MACRO quoted(field) AS CASE WHEN regexp_matches(field, '[",\r\n]') THEN concat('"', replace(field, '"', '""'), '"') ELSE field END;
