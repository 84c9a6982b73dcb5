using System.Globalization;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine;

/// <summary>Every semantic choice of a definition by name, in a fixed order: what a certificate says of it, and what shards must agree in.</summary>
internal static class CertifiedDefinition
{
    /// <summary>The definition as certified: with the days that were measured.</summary>
    public static KeyValuePair<string, string>[] Of(MeasurementDefinition definition, DayRange? range) =>
        [.. Pairs(definition, range is { } days ? Date(LocalCalendar.DateOf(days.Start)) : "", range is { } rest ? Date(LocalCalendar.DateOf(rest.End)) : "")];

    /// <summary>The definition as asked for: open ends of the days stay open.</summary>
    public static KeyValuePair<string, string>[] AsAsked(MeasurementDefinition definition) =>
    [
        .. Pairs(definition, definition.From is { } from ? Date(from) : "", definition.To is { } to ? Date(to) : ""),

        // One by one: in the list above a comma parts names and may be part of one.
        .. definition.CustomDimensions.Select((name, index) => new KeyValuePair<string, string>($"custom-dimension-{Text(index + 1)}", name)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Pairs(MeasurementDefinition definition, string from, string to)
    {
        var norm = definition.Norm;
        yield return new("norm", norm.Name);
        yield return new("norm-visits-keyed-by", norm.VisitsKeyedBy.ToString());
        yield return new("norm-counts", $"pages, clicks: {norm.Counting.Clicks}, events: {Text(norm.Counting.CountsEvents)}, pings extend: {Text(norm.Counting.PingsExtend)}");
        yield return new("norm-inactivity-ms", Text(norm.InactivityMs));
        yield return new("norm-floors-to-second", Text(norm.FloorsToSecond));
        yield return new("norm-cuts-at-midnight", Text(norm.CutsAtMidnight));
        yield return new("norm-cuts-after-actions", Text(norm.CutsAfterActions));
        yield return new("norm-robot-above-hits", Text(norm.RobotAboveHits));
        yield return new("norm-duration", norm.Duration.ToString());
        yield return new("norm-timed-visits", norm.TimedVisits.ToString());
        yield return new("norm-bounces-by-actions", Text(norm.BouncesByActions));
        yield return new("norm-flash-ms", Text(norm.FlashMs));
        yield return new("time-zone", definition.Zone.Id);
        yield return new("time-zone-data", CivilZone.DataVersion);
        yield return new("from", from);
        yield return new("to-exclusive", to);
        yield return new("periods", string.Join(',', definition.Periods.Select(period => period.Code())));
        yield return new("levels", string.Join(',', definition.Levels.Select(level => level.Code())));
        yield return new("custom-dimensions", string.Join(',', definition.CustomDimensions));
        yield return new("clock-tolerance-ms", Text((long)definition.ClockTolerance.TotalMilliseconds));
        yield return new("annuaire", Reference(definition.Annuaire.Count, definition.Annuaire.Digest));
        yield return new("structures", Reference(definition.Structures.Count, definition.Structures.Digest));
        yield return new("device-rules", $"{definition.DeviceRules.Version} sha256:{definition.DeviceRules.Digest}");
        yield return new("services", $"{ServiceVocabulary.Version} sha256:{ServiceVocabulary.Digest}");
        yield return new("profiles", $"{ProfileVocabulary.Version} sha256:{ProfileVocabulary.Digest}");
        yield return new("types", $"{HitTypeVocabulary.Version} sha256:{HitTypeVocabulary.Digest}");
        yield return new("territories", $"{Territories.Version} sha256:{Territories.Digest}");
    }

    private static string Reference(int count, string digest) => count == 0 ? "none" : $"{Text(count)} rows sha256:{digest}";

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "yes" : "no";
}
