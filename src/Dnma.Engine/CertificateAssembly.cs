using System.Globalization;
using System.Runtime.InteropServices;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification;
using Dnma.Engine.Store;
using Dnma.Engine.Time;

namespace Dnma.Engine;

/// <summary>Puts a measurement's certificate together: what was asked, what was read, where it went, and whether all of it fits.</summary>
internal sealed class CertificateAssembly(EngineOptions options, MeasurementDefinition definition, CountedLog counted)
{
    private readonly ReadingOutcome _read = counted.Read;

    /// <summary>The version of this engine, for example <c>0.1.0</c>.</summary>
    public static string EngineVersion { get; } = typeof(AudienceEngine).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Puts it together.</summary>
    /// <param name="table">All that was counted: whether laws hold is seen there.</param>
    /// <param name="shown">The same without what is withheld: no sum of it may stand in a certificate.</param>
    /// <param name="leftOut">The levels and dimensions of which nothing is shown, by their codes.</param>
    /// <param name="range">The measured days.</param>
    /// <param name="clock">Dates the run.</param>
    /// <param name="started">When it began.</param>
    /// <param name="cancellation">Stops it.</param>
    public Certificate Assemble(IndicatorTable table, IndicatorTable shown, IReadOnlyList<string> leftOut, DayRange? range, TimeProvider clock, long started, CancellationToken cancellation)
    {
        var visits = counted.Visits;
        var ledger = new MeasurementLedger
        {
            Read = _read.Read,
            Rejected = _read.Rejected,
            Merged = _read.Merged,
            // The hits of a notice may be those of one row: one school's, or one service's.
            Notices = definition.DisclosureThreshold == DisclosureThresholds.None ? _read.Notices : [],
            Qualification = _read.Qualification,
            Visits = visits,
        };
        var total = range is { } days
            ? table.Find(PeriodKind.All, LocalCalendar.DateOf(days.Start), TerritoryLevel.National, IndicatorCodes.National, Dimension.Total, IndicatorCodes.Total)
            : null;
        ConservationLaw[] laws =
        [
            .. CertifiedLedger.Of(ledger).Laws(),
            ConservationLaw.Equal(LawTexts.VisitsAreIndicated, visits.Counted, total?.Visits ?? 0),
            ConservationLaw.Equal(LawTexts.HitsAreIndicated, visits.CountedHits, total?.Hits ?? 0),
            .. shown == table ? TableLaws.Check(table, cancellation) : TableLaws.Check(table, cancellation).Zip(TableLaws.Check(shown, cancellation), AsShown),
        ];
        return new Certificate
        {
            Definition = CertifiedDefinition.Of(definition, range),
            // Which establishments there are is not told where they are left out.
            Perimeter = Perimeter.Of(leftOut.Count == 0 ? table : shown),
            Inputs = _read.Inputs,
            Ledger = ledger,
            Laws = laws,
            Warnings = [.. Warnings(ledger, total, leftOut)],
            Coverage = [.. Coverage(shown, leftOut, range)],
            Run = [.. Run(clock, started)],
        };
    }

    /// <summary>The sums of what is shown, and whether the law holds in all that was counted.</summary>
    private static ConservationLaw AsShown(ConservationLaw counted, ConservationLaw shown) =>
        counted.Holds ? shown : shown with { Holds = false, Detail = "where, a withheld row would tell" };

    private IEnumerable<string> Warnings(MeasurementLedger ledger, IndicatorRow? total, IReadOnlyList<string> leftOut)
    {
        foreach (var input in _read.Inputs.Where(input => input.Note.Length > 0))
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
            yield return ledger.Visits.OutOfPerimeter > 0 ? "no visit of the days asked for is in the perimeter" : "no visit starts in the days asked for";
        }

        if (leftOut.Count > 0)
        {
            yield return $"of {string.Join(", ", leftOut)} nothing is published: no pattern of withheld rows was found that protects every row of few users there";
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
    private static IEnumerable<LedgerLine> Coverage(IndicatorTable table, IReadOnlyList<string> leftOut, DayRange? range)
    {
        IndicatorRow? Unknown(TerritoryLevel level, string code, Dimension dimension, string modality) =>
            range is { } days ? table.Find(PeriodKind.All, LocalCalendar.DateOf(days.Start), level, code, dimension, modality) : null;

        // Of what is left out no row says anything, not even that there is none.
        return new (string Name, string Part, IndicatorRow? Row)[]
        {
            ("visits-without-uai", TerritoryLevel.Establishment.Code(), Unknown(TerritoryLevel.Establishment, IndicatorCodes.Unknown, Dimension.Total, IndicatorCodes.Total)),
            ("visits-without-academy", TerritoryLevel.Academy.Code(), Unknown(TerritoryLevel.Academy, IndicatorCodes.Unknown, Dimension.Total, IndicatorCodes.Total)),
            ("visits-without-profile", Dimension.Profile.Code, Unknown(TerritoryLevel.National, IndicatorCodes.National, Dimension.Profile, IndicatorCodes.Unknown)),
            ("visits-without-device", Dimension.Device.Code, Unknown(TerritoryLevel.National, IndicatorCodes.National, Dimension.Device, IndicatorCodes.Unknown)),
        }.Where(line => line.Row?.IsWithheld != true && !leftOut.Contains(line.Part)).Select(line => new LedgerLine(line.Name, line.Row?.Visits ?? 0));
    }

    private IEnumerable<KeyValuePair<string, string>> Run(TimeProvider clock, long started)
    {
        yield return new("engine", EngineVersion);
        yield return new("duckdb", DuckDbSession.LibraryVersion);
        yield return new("runtime", RuntimeInformation.FrameworkDescription);
        yield return new("machine", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Text(Environment.ProcessorCount)} processors");
        yield return new("finished", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        yield return new("seconds", clock.GetElapsedTime(started).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        yield return new("threads", Text(options.Threads));
        yield return new("memory-limit", Text(options.MemoryLimit.Bytes));
        yield return new("spilled-bytes", Text(counted.SpilledBytes));
        yield return new("pseudonym-key", options.Secret.IsEmpty && counted.MergedShards == 0 ? "random, for this run" : "given by the caller");
        if (counted.MergedShards > 0)
        {
            yield return new("merged-shards", Text(counted.MergedShards));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.0} %");
}
