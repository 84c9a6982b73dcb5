using System.Globalization;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>The rows of <c>indicators.csv</c> (design §6): every visit into every row that it belongs to, then group and count.</summary>
public static class OracleIndicators
{
    public const string Header = "period,period_start,level,code,dimension,modality,visits,users,page_views,hits,duration_ms,timed_visits,bounces,flash_visits";

    /// <summary>The levels of the file contract; the others are opted for.</summary>
    private static readonly string[] Standard = ["national", "academy", "department", "platform", "project", "establishment"];

    public static IReadOnlyList<string> Rows(
        IReadOnlyList<OracleVisit> visits,
        OracleReferences references,
        DateOnly? from = null,
        DateOnly? to = null,
        OraclePerimeter? perimeter = null,
        IReadOnlyCollection<string>? levels = null)
    {
        if (visits.Count == 0)
        {
            return [];
        }

        // Half-open. By default from the first to after the last local day with a qualified hit.
        var first = from ?? visits.Min(v => v.Day);
        var end = to ?? visits.SelectMany(v => v.Hits).Max(h => Paris.Day(h.InstantMs)).AddDays(1);
        var rows =
            from visit in visits.Where(v => v.Day >= first && v.Day < end && perimeter?.Contains(v, references) != false)
            from period in Periods(visit.Day, first)
            from place in Places(visit, references)
            where (levels ?? Standard).Contains(place.Level)
            where period.Kind != "day" || place.Level is "national" or "academy" or "department"
            from part in Parts(visit, references)
            group (visit, part.Hits) by string.Join('\0', period.Kind, Iso(period.Start), place.Level, place.Code, part.Dimension, part.Modality);
        var figures = rows.ToDictionary(row => row.Key, Figures);
        foreach (var period in Days(first, end).SelectMany(day => Periods(day, first)).Where(p => p.Kind is "day" or "week" or "month"))
        {
            figures.TryAdd(string.Join('\0', period.Kind, Iso(period.Start), "national", "FR", "total", "total"), "0,0,0,0,0,0,0,0");
        }

        return figures.OrderBy(row => row.Key, Paris.Utf8).Select(row => string.Join(',', row.Key.Split('\0').Select(Quote)) + "," + row.Value).ToList();
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figures(IEnumerable<(OracleVisit Visit, Func<OracleHit, bool> IsIn)> parts)
    {
        var all = parts.ToList();
        long[] figures =
        [
            all.Count,
            all.Select(p => p.Visit.User).Distinct().Count(),
            all.Sum(p => p.Visit.Hits.Count(h => p.IsIn(h) && p.Visit.IsPageView(h))),
            all.Sum(p => p.Visit.Hits.Count(p.IsIn)),
            all.Sum(p => p.Visit.TimeIn(p.IsIn)),
            all.Count(p => p.Visit.IsTimed),
            all.Count(p => p.Visit.IsBounce),
            all.Count(p => p.Visit.IsFlash),
        ];
        return string.Join(',', figures);
    }

    private static IEnumerable<(string Kind, DateOnly Start)> Periods(DateOnly day, DateOnly first) =>
        [("day", day), ("week", Monday(day)), ("month", new(day.Year, day.Month, 1)), ("school-year", new(day.Month >= 8 ? day.Year : day.Year - 1, 8, 1)), ("all", first)];

    private static IEnumerable<(string Level, string Code)> Places(OracleVisit visit, OracleReferences references)
    {
        var uai = visit.First(h => h.Uai);
        return
        [
            ("national", "FR"), ("academy", references.Academy(uai)), ("department", references.Department(uai)),
            ("platform", visit.First(h => h.Platform)), ("project", visit.First(h => h.Project)), ("establishment", uai),
            ("region", references.Region(uai)), ("commune", references.Commune(uai)), ("circonscription", references.Circonscription(uai)),
            ("operator", visit.First(h => h.Operator)), ("collectivity", visit.First(h => h.Collectivity)),
        ];
    }

    private static IEnumerable<(string Dimension, string Modality, Func<OracleHit, bool> Hits)> Parts(OracleVisit visit, OracleReferences references)
    {
        var (profile, device) = (visit.First(h => h.Profile), visit.First(h => h.Device));
        var thing = visit.Hits.FirstOrDefault(h => h.Device != "")?.ConnectedObject is { Length: > 0 } connected ? connected : "aucun";
        (string Dimension, string Modality)[] whole =
        [
            ("total", "total"), ("profile", profile), ("device", device), ("os", visit.First(h => h.Os)), ("browser", visit.First(h => h.Browser)),
            ("school-level", references.SchoolLevel(visit.First(h => h.Uai))), ("profile-device", $"{profile}_{device}"), ("connected-object", thing),
        ];
        (string Dimension, Func<OracleHit, string> Field)[] used = [("service", h => h.Service), ("type", h => h.Type), ("tool", h => h.Tool)];
        return whole.Select(w => (w.Dimension, w.Modality, new Func<OracleHit, bool>(_ => true)))
            .Concat(from dimension in used
                    from value in visit.Hits.Select(dimension.Field).Distinct()
                    select (dimension.Dimension, value == "" ? "inconnu" : value, new Func<OracleHit, bool>(h => dimension.Field(h) == value)));
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly end) => Enumerable.Range(0, Math.Max(0, end.DayNumber - first.DayNumber)).Select(first.AddDays);

    private static string Quote(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
