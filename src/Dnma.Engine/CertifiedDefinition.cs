using System.Globalization;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>Every semantic choice of a definition by name, in a fixed order: what a certificate says of it, and what shards must agree in.</summary>
internal static class CertifiedDefinition
{
    private const string CustomDimension = "custom-dimension-";
    private const string Threshold = "disclosure-threshold";
    private const string PerimeterCondition = "perimeter-";
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The definition as certified: with the days that were asked for, and those that were measured.</summary>
    public static KeyValuePair<string, string>[] Of(MeasurementDefinition definition, DayRange? range) =>
    [
        .. Pairs(definition, range is { } days ? Date(LocalCalendar.DateOf(days.Start)) : "", range is { } rest ? Date(LocalCalendar.DateOf(rest.End)) : ""),
        new("asked-from", definition.From is { } from ? Date(from) : ""),
        new("asked-to-exclusive", definition.To is { } to ? Date(to) : ""),
    ];

    /// <summary>The definition as asked for: open ends of the days stay open.</summary>
    public static KeyValuePair<string, string>[] AsAsked(MeasurementDefinition definition) =>
        [.. Pairs(definition, definition.From is { } from ? Date(from) : "", definition.To is { } to ? Date(to) : "")];

    /// <summary>The definition that a certificate speaks of.</summary>
    /// <param name="pairs">As certified.</param>
    /// <param name="references">What it was measured with, as far as that is at hand; the digests are among the pairs.</param>
    /// <exception cref="FormatException">A value is none that this engine knows; the message names it, as a clause.</exception>
    public static MeasurementDefinition Restore(IReadOnlyList<KeyValuePair<string, string>> pairs, VerificationRequest references)
    {
        var values = pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        try
        {
            return new MeasurementDefinition
            {
                Norm = new Norm
                {
                    Name = values["norm"],
                    VisitsKeyedBy = Rule<VisitorKey>("norm-visits-keyed-by"),
                    Counting = new CountingRule
                    {
                        Clicks = Rule<ClickRule>("norm-counts-clicks"),
                        CountsEvents = IsYes("norm-counts-events"),
                        PingsExtend = IsYes("norm-pings-extend"),
                    },
                    InactivityMs = Number("norm-inactivity-ms"),
                    FloorsToSecond = IsYes("norm-floors-to-second"),
                    CutsAtMidnight = IsYes("norm-cuts-at-midnight"),
                    CutsAfterActions = checked((int)Number("norm-cuts-after-actions")),
                    RobotAboveHits = Number("norm-robot-above-hits"),
                    Duration = Rule<DurationRule>("norm-duration"),
                    TimedVisits = Rule<TimedVisitRule>("norm-timed-visits"),
                    BouncesByActions = IsYes("norm-bounces-by-actions"),
                    FlashMs = Number("norm-flash-ms"),
                },
                Zone = CivilZone.Of(values["time-zone"]),
                From = DateOf("asked-from"),
                To = DateOf("asked-to-exclusive"),
                Perimeter = pairs.Where(pair => IsPerimeter(pair.Key)).Aggregate(
                    PerimeterDefinition.Everything, (perimeter, pair) => perimeter.Only($"{pair.Key[PerimeterCondition.Length..]}={pair.Value}")),
                Periods = IndicatorCodes.PeriodsOf(values["periods"]),
                Levels = IndicatorCodes.LevelsOf(values["levels"]),
                CustomDimensions = [.. pairs.Where(pair => pair.Key.StartsWith(CustomDimension, StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)],
                DisclosureThreshold = values.ContainsKey(Threshold) ? checked((int)Number(Threshold)) : DisclosureThresholds.None,
                ClockTolerance = TimeSpan.FromMilliseconds(Number("clock-tolerance-ms")),
                Annuaire = references.Annuaire,
                Structures = references.Structures,
                Deployment = references.Deployment,
                Collectivities = references.Collectivities,
                History = references.History,
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or ArgumentException or OverflowException or EngineException)
        {
            throw new FormatException($"the definition is none that this engine can measure ({error.Message})", error);
        }

        T Rule<T>(string name)
            where T : struct, Enum =>
            Enum.TryParse<T>(values[name], out var rule) && Enum.IsDefined(rule) ? rule : throw new FormatException($"{name} is no rule that this engine knows");

        bool IsYes(string name) => values[name] == Text(true);

        long Number(string name) => long.Parse(values[name], NumberStyles.None, CultureInfo.InvariantCulture);

        DateOnly? DateOf(string name) => values[name].Length == 0 ? null : DateOnly.ParseExact(values[name], DateFormat, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether figures were withheld.</summary>
    public static bool HasThreshold(IEnumerable<KeyValuePair<string, string>> pairs) => pairs.Any(pair => pair.Key == Threshold);

    /// <summary>Whether a name is that of a condition of the perimeter.</summary>
    public static bool IsPerimeter(string name) => name.StartsWith(PerimeterCondition, StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(MeasurementDefinition definition, string from, string to)
    {
        var norm = definition.Norm;
        yield return new("norm", norm.Name);
        yield return new("norm-visits-keyed-by", norm.VisitsKeyedBy.ToString());
        yield return new("norm-counts-clicks", norm.Counting.Clicks.ToString());
        yield return new("norm-counts-events", Text(norm.Counting.CountsEvents));
        yield return new("norm-pings-extend", Text(norm.Counting.PingsExtend));
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

        // One by one as well: in the list a comma parts names and may be part of one.
        for (var index = 0; index < definition.CustomDimensions.Count; index++)
        {
            yield return new($"{CustomDimension}{Text(index + 1)}", definition.CustomDimensions[index]);
        }

        // Where nothing is withheld, certificates say what they always said.
        if (definition.DisclosureThreshold != DisclosureThresholds.None)
        {
            yield return new(Threshold, Text(definition.DisclosureThreshold));
        }

        yield return new("clock-tolerance-ms", Text((long)definition.ClockTolerance.TotalMilliseconds));
        yield return new("annuaire", Reference(definition.Annuaire.Count, definition.Annuaire.Digest));
        yield return new("structures", Reference(definition.Structures.Count, definition.Structures.Digest));
        yield return new("device-rules", $"{definition.DeviceRules.Version} sha256:{definition.DeviceRules.Digest}");
        yield return new("services", $"{ServiceVocabulary.Version} sha256:{ServiceVocabulary.Digest}");
        yield return new("profiles", $"{ProfileVocabulary.Version} sha256:{ProfileVocabulary.Digest}");
        yield return new("types", $"{HitTypeVocabulary.Version} sha256:{HitTypeVocabulary.Digest}");
        yield return new("territories", $"{Territories.Version} sha256:{Territories.Digest}");

        // Later than version 1 of the certificate: said only where there is something to say, so that others stay as they are.
        foreach (var (kind, values) in definition.Perimeter.Conditions())
        {
            yield return new(PerimeterCondition + kind, values);
        }

        if (definition.Deployment.Count > 0)
        {
            yield return new("deployment", Reference(definition.Deployment.Count, definition.Deployment.Digest));
        }

        if (definition.Collectivities.Count > 0)
        {
            yield return new("collectivities", Reference(definition.Collectivities.Count, definition.Collectivities.Digest));
        }

        for (var index = 0; index < definition.History.Count; index++)
        {
            yield return new($"history-{Text(index + 1)}", $"certified sha256:{definition.History[index].Statement.CertifiedDigest}");
        }
    }

    private static string Reference(int count, string digest) => count == 0 ? "none" : $"{Text(count)} rows sha256:{digest}";

    private static string Date(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "yes" : "no";
}
