using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Published;
using Dnma.Engine.References;

namespace Dnma.Engine.History;

/// <summary>What published history is asked, and what is known besides. Immutable, thread safe.</summary>
public sealed record HistoryChecks
{
    /// <summary>The annuaire; empty by default, and then nothing is looked up in it.</summary>
    public Annuaire Annuaire { get; init; } = Annuaire.Empty;

    /// <summary>
    /// The day on which the files were published or read: later weeks, and one that has not ended, are found. Null, the default, where nobody says: the engine has no clock.
    /// </summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>
    /// The school years whose rows are asked like those of a measurement, each by a day in it, with the year before as history; null, the default, for the last one that
    /// is there. A year of the whole country takes a gigabyte or two.
    /// </summary>
    public IReadOnlyList<DateOnly>? Years { get; init; }

    internal FindingTable Run(PublishedHistory history)
    {
        var found = PublishedControls.Run(history.Tables.Select(table => FactsOf(table, history.Files)), KnownOn);
        DateOnly[] last = [.. history.Tables.SelectMany(table => table.Years(0)).Select(year => year.Start).OrderDescending().Take(1)];
        foreach (var year in Years ?? last)
        {
            var selection = HistorySelection.SchoolYear(year);
            var request = new ControlRequest(history.ToMeasured(selection))
            {
                History = [history.ToMeasured(HistorySelection.SchoolYear(selection.From.AddDays(-1)))],
                Annuaire = Annuaire,
            };
            found = found.And(AudienceControls.Run(request));
        }

        return found;
    }

    private static PublishedFacts FactsOf(PublishedTable table, IReadOnlyList<HistoryFile> all)
    {
        HistoryFile[] files = [.. all.Where(file => file.Set == table.Set)];
        var sums = table.Sums;
        return new PublishedFacts
        {
            Set = table.Set.Code,
            Rows = table.Count,
            Unreadable = files.Sum(file => file.SkippedRows),
            Repeated = table.RepeatedRows,
            Contradicted = table.ContradictedRows,
            Unordered = table.UnorderedRows,
            Truncated = files.Count(file => file.IsTruncated),
            UnknownColumns = [.. files.SelectMany(file => file.UnknownColumns).Distinct()],
            MissingColumns = [.. files.SelectMany(file => file.MissingColumns).Distinct()],
            Parts = [.. table.Measures.Select((measure, index) => new PublishedPart(measure.Dimension, measure.Modality, sums.OverADay[index]))],
            Weeks = sums.Weeks,
            RowsOfWeek = sums.Rows,
            Visits = sums.Visits,
            Absent = sums.Absent,
            Codes = table.Establishments,
            ByYear = sums.ByYear,
        };
    }
}
