using System.Globalization;
using System.Runtime.InteropServices;
using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>Puts a measurement's certificate together: what was asked, what was read, where it went, and whether all of it fits.</summary>
internal sealed class CertificateAssembly(EngineOptions options, MeasurementDefinition definition, ReadingOutcome read, VisitLedger visits)
{
    public Certificate Assemble(IndicatorTable table, DayRange? range, long spilledBytes, TimeProvider clock, long started)
    {
        var ledger = new MeasurementLedger
        {
            Read = read.Read,
            Rejected = read.Rejected,
            Merged = read.Merged,
            Notices = read.Notices,
            Qualification = read.Qualification,
            Visits = visits,
        };
        var total = range is { } days
            ? table.Find(PeriodKind.All, LocalCalendar.DateOf(days.Start), TerritoryLevel.National, IndicatorCodes.National, Dimension.Total, IndicatorCodes.Total)
            : null;
        ConservationLaw[] laws =
        [
            .. ledger.Laws(),
            ConservationLaw.Equal("visits-are-indicated", "counted visits = visits of the nation over the whole range", visits.Counted, total?.Visits ?? 0),
            ConservationLaw.Equal("hits-are-indicated", "hits of counted visits = hits of the nation over the whole range", visits.CountedHits, total?.Hits ?? 0),
            .. TableLaws.Check(table),
        ];
        return new Certificate
        {
            Definition = [.. Definition(range)],
            Inputs = read.Inputs,
            Ledger = ledger,
            Laws = laws,
            Warnings = [.. Warnings(ledger, total)],
            Coverage = [.. Coverage(table, range)],
            Run = [.. Run(spilledBytes, clock, started)],
        };
    }

    private IEnumerable<KeyValuePair<string, string>> Definition(DayRange? range)
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
        yield return new("from", range is { } days ? Date(days.Start) : "");
        yield return new("to-exclusive", range is { } rest ? Date(rest.End) : "");
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

    private IEnumerable<string> Warnings(MeasurementLedger ledger, IndicatorRow? total)
    {
        foreach (var input in read.Inputs.Where(input => input.Note.Length > 0))
        {
            yield return $"{input.Name} {input.Note}";
        }

        if (ledger.Qualification.Accepted == 0)
        {
            yield return "the input holds no hit: the tables hold headers only";
        }
        else if (ledger.Qualification.Qualified == 0)
        {
            yield return "every hit was excluded: the tables hold headers only; the ledger says why";
        }
        else if (total is null)
        {
            yield return "no visit starts in the days asked for";
        }

        if (ledger.RejectedTotal * 20 > ledger.Read)
        {
            yield return $"{Share(ledger.RejectedTotal, ledger.Read)} of the records were rejected: see rejects.csv";
        }

        if (ledger.Qualification[ExclusionReason.Anonymous] * 2 > ledger.Qualification.Accepted)
        {
            yield return $"{Share(ledger.Qualification[ExclusionReason.Anonymous], ledger.Qualification.Accepted)} of the hits have no person id: only authenticated use is measured";
        }
    }

    /// <summary>What some figures leave out, so that no reader takes a part for the whole.</summary>
    private static IEnumerable<LedgerLine> Coverage(IndicatorTable table, DayRange? range)
    {
        long Unknown(TerritoryLevel level, string code, Dimension dimension, string modality) =>
            range is { } days ? table.Find(PeriodKind.All, LocalCalendar.DateOf(days.Start), level, code, dimension, modality)?.Visits ?? 0 : 0;

        var withoutUai = table.Where(row =>
            row is { Period: PeriodKind.Week, Level: TerritoryLevel.Establishment, Code: IndicatorCodes.Unknown } && row.Dimension == Dimension.Total);
        yield return new("visits-without-uai", withoutUai.Sum(row => row.Visits));
        yield return new("visits-without-academy", Unknown(TerritoryLevel.Academy, IndicatorCodes.Unknown, Dimension.Total, IndicatorCodes.Total));
        yield return new("visits-without-profile", Unknown(TerritoryLevel.National, IndicatorCodes.National, Dimension.Profile, IndicatorCodes.Unknown));
        yield return new("visits-without-device", Unknown(TerritoryLevel.National, IndicatorCodes.National, Dimension.Device, IndicatorCodes.Unknown));
    }

    private IEnumerable<KeyValuePair<string, string>> Run(long spilledBytes, TimeProvider clock, long started)
    {
        yield return new("engine", typeof(AudienceEngine).Assembly.GetName().Version?.ToString(3) ?? "");
        yield return new("runtime", RuntimeInformation.FrameworkDescription);
        yield return new("finished", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        yield return new("seconds", clock.GetElapsedTime(started).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        yield return new("threads", Text(options.Threads));
        yield return new("memory-limit", Text(options.MemoryLimit.Bytes));
        yield return new("spilled-bytes", Text(spilledBytes));
        yield return new("pseudonym-key", options.Secret.IsEmpty ? "random, for this run" : "given by the caller");
    }

    private static string Reference(int count, string digest) => count == 0 ? "none" : $"{Text(count)} rows sha256:{digest}";

    private static string Date(int day) => LocalCalendar.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "yes" : "no";

    private static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.0} %");
}
