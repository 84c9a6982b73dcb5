-- Hits that are equal in every canonical field are one hit.
CREATE TABLE once AS
SELECT
    visitor, person, instant_ms, content, count(*) AS copies,
    arg_min(place, least_first) AS place, arg_min(use, least_first) AS use, arg_min(facts, least_first) AS facts
FROM (
    SELECT hits.*, (remainder << 21) | facts AS least_first
    FROM hits JOIN coded_uses USING (use))
GROUP BY visitor, person, instant_ms, content;

-- Those that the norm counts, in the total order: visitor, instant, content as text. Bits 16-17 of facts are the kind: page, click, event, ping.
CREATE TABLE ordered AS
WITH known AS (
    SELECT
        visitor, person, instant_ms, content, copies, place, use, facts & 65535 AS traits, (facts >> 16) & 3 AS kind,
        uai, project, platform, operator, collectivity, service, type, tool, is_native
    FROM once JOIN coded_places USING (place) JOIN coded_uses USING (use)),
counted AS (
    SELECT *
    FROM known
    WHERE CASE kind
        WHEN 0 THEN true
        WHEN 1 THEN getvariable('clicks') = 'all' OR (getvariable('clicks') = 'third party' AND service <> 0 AND NOT is_native)
        WHEN 2 THEN getvariable('has_events')
        ELSE getvariable('has_pings')
    END)
SELECT
    visitor, person, instant_ms, copies, place, use, traits, kind,
    kind <> 3 AS is_action,
    kind = 0 OR (kind = 1 AND getvariable('clicks') = 'third party') AS is_page_view,
    instant_ms // getvariable('tick_ms') * getvariable('tick_ms') AS clock_ms,
    local_day(instant_ms) AS day,
    row_number() OVER (
        PARTITION BY visitor
        ORDER BY instant_ms, uai, profile_rank, service, type, tool, project, platform, [2, 0, 1, 3][kind + 1], device_rank, operator, collectivity,
            content, person) AS n
FROM counted JOIN attributes USING (traits);
