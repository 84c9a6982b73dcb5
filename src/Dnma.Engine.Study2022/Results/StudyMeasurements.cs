using System.Globalization;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Study2022.Logs;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Study2022.Results;

/// <summary>
/// Measures the study: what goes in are log files, and what comes out was counted from their lines. Eight measurements, each over its own period, since the
/// users of two periods are never added up; weeks of the two years are set side by side by the engine's comparison.
/// </summary>
public static class StudyMeasurements
{
    private const int WeekRank = 4;

    /// <summary>Autumn is the same in the zones A, B and C.</summary>
    private const SchoolZone Zone = SchoolZone.A;
    private static readonly SchoolCalendar Calendar = SchoolCalendar.BuiltIn;

    /// <summary>Measures every result.</summary>
    /// <param name="logs">The files.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EngineException">A file cannot be read, is not what it should be, or has no visit in a period that it should have.</exception>
    public static async Task<StudyResults> MeasureAsync(StudyLogs logs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(logs);
        await using var engine = AudienceEngine.Create();
        var definition = new MeasurementDefinition
        {
            Annuaire = await Annuaire.ReadAsync(logs.Annuaire, cancellationToken).ConfigureAwait(false),
            Structures = await StructureTable.ReadAsync(logs.Structures, cancellationToken).ConfigureAwait(false),
            Periods = [PeriodKind.Week, PeriodKind.All],
            Levels = [TerritoryLevel.National, TerritoryLevel.Department, TerritoryLevel.Establishment],
        };
        var (first2021, first2022, week) = (MondayOf(2021, 1), MondayOf(2022, 1), MondayOf(2022, WeekRank));

        var autumn2021 = await Measure(definition.Over(new(2021, 9, 1), new(2022, 1, 1)), logs.SecondDegree2021).ConfigureAwait(false);
        var autumn2022 = await Measure(definition.Over(new(2022, 9, 1), new(2023, 1, 1)), logs.SecondDegree2022).ConfigureAwait(false);
        var start2021 = await Measure(definition.OverWeekOf(first2021), logs.SecondDegree2021).ConfigureAwait(false);
        var start2022 = await Measure(definition.OverWeekOf(first2022), logs.SecondDegree2022).ConfigureAwait(false);
        var second = await Measure(definition.OverWeekOf(week), logs.SecondDegree2022).ConfigureAwait(false);
        var first = await Measure(definition.OverWeekOf(week), logs.FirstDegree2022).ConfigureAwait(false);
        var matomo = await Measure((definition with { Norm = Norm.Matomo }).OverWeekOf(week), logs.FirstDegree2022).ConfigureAwait(false);
        var acpm = await Measure((definition with { Norm = Norm.Acpm }).Over(new(2022, 9, 1), new(2022, 10, 1)), logs.SecondDegree2022, logs.FirstDegree2022).ConfigureAwait(false);

        var department = DepartmentOf(first);
        var ledgers = new[] { autumn2021.Certificate.Ledger, autumn2022.Certificate.Ledger };
        return new StudyResults
        {
            RecordsRead = ledgers.Sum(ledger => ledger.Read),
            RecordsLeftOut = ledgers.Sum(ledger => ledger.RejectedTotal + ledger.Qualification.Excluded),
            Autumn = new YearOnYear(FiguresOf(autumn2021), FiguresOf(autumn2022)),
            SchoolWeeks = Compare(PeriodRule.SeptemberToDecember),
            FirstWeek = Compare(PeriodRule.FirstWeek),
            PeakWeeks = Compare(PeriodRule.Peak),
            Weeks = WeeksOf(start2021, autumn2021, start2022, autumn2022),
            ServiceShares = Largest(ShareIndicators.ServiceShare.Of(RowsOf(autumn2022, TerritoryLevel.National, IndicatorCodes.National)).Select(share => new Part(share.Modality, share.Rate.Value))),
            WeekServices = LevelWeekOf(second, TerritoryLevel.National, IndicatorCodes.National).Services,
            Week = second.From!.Value,
            Department = department,
            FirstDegree = LevelWeekOf(first, TerritoryLevel.Department, department),
            SecondDegree = LevelWeekOf(second, TerritoryLevel.Department, department),
            FirstDegreeByMatomo = matomo.NationalTotal!.Value,
            ConnectedObjects = ObjectsOf(autumn2021, autumn2022),
            Ranking = PublicSites.Rank(logs.PublicSites, acpm.NationalTotal!.Value.Visits),
        };

        // The autumns begin on a Wednesday and a Thursday: their first weeks are whole in measurements of their own alone.
        ComparedWeeks Compare(PeriodRule rule) => new(AudienceComparison.Run(
            new([start2021.Measured, start2022.Measured, autumn2021.Measured, autumn2022.Measured], 2021, 2022) { Rule = rule, Calendar = Calendar, Annuaire = definition.Annuaire }));

        async Task<Measurement> Measure(MeasurementDefinition what, params string[] files)
        {
            var measurement = await engine.MeasureAsync(HitLog.Files(files), what, cancellationToken: cancellationToken).ConfigureAwait(false);
            return measurement.NationalTotal is { Visits: > 0 }
                ? measurement
                : throw new EngineException(
                    ErrorId.NothingAccepted, files[0], string.Create(CultureInfo.InvariantCulture, $"no visit from {what.From:yyyy-MM-dd} to before {what.To:yyyy-MM-dd}"), "give the logs of both autumns, each in its place");
        }
    }

    private static PeriodFigures FiguresOf(Measurement measurement)
    {
        var (from, to) = (measurement.From!.Value, measurement.To!.Value);
        var mobile = measurement.Rates.Find(PeriodKind.All, from, TerritoryLevel.National, IndicatorCodes.National, ShareIndicators.MobileShare);
        return new PeriodFigures(from, to, measurement.NationalTotal!.Value, mobile!.Value);
    }

    /// <summary>Where the first degree is measured.</summary>
    private static string DepartmentOf(Measurement firstDegree) => TotalsOf(firstDegree, TerritoryLevel.Department).MaxBy(row => row.Visits).Code;

    private static IEnumerable<IndicatorRow> TotalsOf(Measurement measurement, TerritoryLevel level) =>
        measurement.Indicators.Where(row => row.Period == PeriodKind.All && row.Level == level && row.Dimension == Dimension.Total);

    /// <summary>The school weeks that end in both autumns; the first ones, which begin in August, from measurements of their own.</summary>
    private static List<WeekOfRank> WeeksOf(Measurement start2021, Measurement autumn2021, Measurement start2022, Measurement autumn2022)
    {
        var weeks =
            from before in Calendar.WeeksOf(2021, Zone)
            join after in Calendar.WeeksOf(2022, Zone) on before.Rank equals after.Rank
            where LocalCalendar.DateOf(before.Days.End) <= autumn2021.To && LocalCalendar.DateOf(after.Days.End) <= autumn2022.To
            select new WeekOfRank(
                before.Rank,
                LocalCalendar.DateOf(before.Days.Start),
                LocalCalendar.DateOf(after.Days.Start),
                VisitsOf(before.Rank == 1 ? start2021 : autumn2021, before),
                VisitsOf(after.Rank == 1 ? start2022 : autumn2022, after),
                before.SchoolDays,
                after.SchoolDays);
        return [.. weeks];
    }

    private static long VisitsOf(Measurement measurement, SchoolWeek week) =>
        measurement.Indicators.Find(PeriodKind.Week, LocalCalendar.DateOf(week.Days.Start), TerritoryLevel.National, IndicatorCodes.National, Dimension.Total, IndicatorCodes.Total)!.Value.Visits;

    private static LevelWeek LevelWeekOf(Measurement measurement, TerritoryLevel level, string code)
    {
        var rows = RowsOf(measurement, level, code);
        var total = rows.Single(row => row.Dimension == Dimension.Total);
        return new LevelWeek(
            total,
            Largest(SharesOf(ShareIndicators.ProfileShare)),
            Largest(SharesOf(ShareIndicators.ServiceShare).Select(part => new Part(part.Code, new Ratio(part.Share.Numerator, total.Visits)))),
            Largest(SharesOf(ShareIndicators.DeviceShare)));

        IEnumerable<Part> SharesOf(ShareIndicator indicator) => indicator.Of(rows).Select(share => new Part(share.Modality, share.Rate.Value));
    }

    private static List<ObjectVisits> ObjectsOf(Measurement before, Measurement after)
    {
        var (visits2021, visits2022) = (Visits(before), Visits(after));
        return
        [
            .. visits2021.Keys.Union(visits2022.Keys).Where(kind => kind != "aucun")
                .Select(kind => new ObjectVisits(kind, visits2021.GetValueOrDefault(kind), visits2022.GetValueOrDefault(kind)))
                .OrderByDescending(one => one.Visits2022).ThenBy(one => one.Kind, StringComparer.Ordinal),
        ];

        static Dictionary<string, long> Visits(Measurement measurement) => measurement.National(Dimension.ConnectedObject).ToDictionary(row => row.Modality, row => row.Visits);
    }

    private static IndicatorRow[] RowsOf(Measurement measurement, TerritoryLevel level, string code) =>
        [.. measurement.Indicators.Where(row => row.Period == PeriodKind.All && row.Level == level && row.Code == code)];

    private static List<Part> Largest(IEnumerable<Part> parts) => [.. parts.OrderByDescending(part => part.Share.Numerator).ThenBy(part => part.Code, StringComparer.Ordinal)];

    private static DateOnly MondayOf(int schoolYear, int rank) => LocalCalendar.DateOf(Calendar.FindWeek(schoolYear, rank, Zone)!.Value.Days.Start);
}
