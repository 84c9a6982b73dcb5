-- The hits, as the engine carries them: codes of this run, no pseudonym. What the bits of facts are: 2-codes.sql and 3-hits.sql.
CREATE TABLE hits (visitor UINTEGER, person UINTEGER, place INTEGER, use INTEGER, content UBIGINT, instant_ms BIGINT, facts INTEGER);

-- What places and uses mean; an empty text where there is none.
CREATE TABLE places (place INTEGER, uai VARCHAR, project VARCHAR, platform VARCHAR, operator VARCHAR, collectivity VARCHAR);
CREATE TABLE uses (
    use INTEGER, service VARCHAR, type VARCHAR, tool VARCHAR, custom0 VARCHAR, custom1 VARCHAR, custom2 VARCHAR, custom3 VARCHAR, label VARCHAR);

-- Establishments of the annuaire, as far as hits name them; départements and their académies.
CREATE TABLE annuaire (
    uai VARCHAR, academy VARCHAR, department VARCHAR, nature VARCHAR, region VARCHAR, commune VARCHAR, circonscription VARCHAR, nature_code VARCHAR,
    sector VARCHAR, ministry VARCHAR);
CREATE TABLE departments (department VARCHAR, academy VARCHAR, region VARCHAR);

-- What the perimeter names: a place is in it that has one of the values of every kind.
CREATE TABLE perimeter (kind VARCHAR, value VARCHAR);

-- Which periods and levels are counted, and where events are as well.
CREATE TABLE counted (period INTEGER, level INTEGER, has_events BOOLEAN);

-- The answer: periods, levels and dimensions are numbered as in the file contract, starts are days since 1970.
CREATE TABLE figures (
    period INTEGER, start INTEGER, level INTEGER, territory INTEGER, modality BIGINT, visits BIGINT, users BIGINT, page_views BIGINT, hits BIGINT,
    duration_ms BIGINT, timed_visits BIGINT, bounces BIGINT, flash_visits BIGINT);
CREATE TABLE event_figures (period INTEGER, start INTEGER, level INTEGER, territory INTEGER, kind INTEGER, label INTEGER, events BIGINT, users BIGINT);

-- A dimension and the value there, in one number.
CREATE MACRO modality(dimension, code) AS dimension::BIGINT * 4294967296 + code;

-- The local day, since 1970, of an instant.
CREATE MACRO local_day(instant_ms) AS
    (CAST(timezone(getvariable('zone'), timezone('UTC', make_timestamp(instant_ms * 1000))) AS DATE) - DATE '1970-01-01')::INTEGER;

-- How far into its visit an instant is, by the norm's clock.
CREATE MACRO elapsed(instant_ms, first_ms) AS
    CASE getvariable('duration')
        WHEN 'rounded' THEN (instant_ms // getvariable('tick_ms') * getvariable('tick_ms') - first_ms // getvariable('tick_ms') * getvariable('tick_ms') + 500) // 1000 * 1000
        WHEN 'one second more' THEN instant_ms // 1000 * 1000 - first_ms // 1000 * 1000
        ELSE instant_ms // getvariable('tick_ms') * getvariable('tick_ms') - first_ms // getvariable('tick_ms') * getvariable('tick_ms')
    END;
