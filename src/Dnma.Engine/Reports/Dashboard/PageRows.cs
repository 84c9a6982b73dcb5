using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The rows of a table that the page holds: which periods, territories and modalities they have, and their bytes by group.</summary>
internal sealed class PageRows
{
    /// <summary>The largest whole number that a browser counts with exactly, less a little room for differences.</summary>
    private const long MostExact = 1L << 52;

    private readonly IndicatorColumns _columns;
    private readonly Dictionary<PeriodKind, Dictionary<int, int>> _ranks = [];
    private readonly Dictionary<TerritoryLevel, PageLevel> _byLevel;
    private readonly Dictionary<string, PageDimension> _byDimension;

    private PageRows(IndicatorColumns columns, PageVocabulary vocabulary, DayRange range)
    {
        _columns = columns;
        Levels = vocabulary.Levels;
        Dimensions = vocabulary.Dimensions;
        Periods = [.. vocabulary.Periods.Select(period => PagePeriod.Of(period.Kind, period.Start, range))];
        TooLarge = vocabulary.TooLarge;
        _byLevel = Levels.ToDictionary(static level => level.Level);
        _byDimension = Dimensions.ToDictionary(static dimension => dimension.Dimension.Code, StringComparer.Ordinal);
        foreach (var period in Periods)
        {
            if (!_ranks.TryGetValue(period.Kind, out var ranks))
            {
                _ranks.Add(period.Kind, ranks = []);
            }

            ranks.Add(period.Start, ranks.Count);
        }
    }

    public IReadOnlyList<PagePeriod> Periods { get; }

    public IReadOnlyList<PageLevel> Levels { get; }

    public IReadOnlyList<PageDimension> Dimensions { get; }

    /// <summary>How many rows are left out since a browser could not show them exactly.</summary>
    public int TooLarge { get; }

    /// <summary>The groups on the page with their chunks and numbers of rows, in the order of their importance.</summary>
    public IReadOnlyList<(RowGroup Group, int Chunk, int Rows)> Groups { get; private set; } = [];

    /// <summary>The groups that are not on the page, which would be too large with them.</summary>
    public IReadOnlyList<RowGroup> LeftOut { get; private set; } = [];

    /// <param name="table">The table.</param>
    /// <param name="range">The measured days.</param>
    /// <param name="chunks">Takes the rows' bytes.</param>
    /// <param name="mostRows">How many rows the page holds; rows that it holds anyway are free.</param>
    /// <param name="cancellation">Stops it.</param>
    public static PageRows Of(IndicatorTable table, DayRange range, PageChunks chunks, int mostRows, CancellationToken cancellation)
    {
        var rows = new PageRows(table.Columns, PageVocabulary.Of(table.Columns, IsShown, cancellation), range);
        rows.Fill(chunks, mostRows, cancellation);
        return rows;
    }

    /// <summary>The rank of a period among those of its kind.</summary>
    public int RankOf(PeriodKind kind, int start) => _ranks[kind][start];

    private static bool IsShown(IndicatorColumns columns, int row) => !columns.IsWithheld(row) && !IsTooLarge(columns, row);

    internal static bool IsTooLarge(IndicatorColumns columns, int row) =>
        Math.Max(Math.Max(columns.DurationMs[row], columns.Hits[row]), Math.Max(columns.Visits[row], Math.Max(columns.PageViews[row], columns.Users[row]))) > MostExact;

    private void Fill(PageChunks chunks, int mostRows, CancellationToken cancellation)
    {
        var groups = new Dictionary<RowGroup, List<int>>();
        for (var row = 0; row < _columns.Count; row++)
        {
            if ((row & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (!IsShown(_columns, row) || ModalityOf(row) < 0)
            {
                continue;
            }

            var start = _byLevel[_columns.Level[row]].IsLarge ? _columns.PeriodStart[row] : -1;
            var group = new RowGroup(_columns.Period[row], start, _columns.Level[row], _columns.Dimension[row]);
            if (!groups.TryGetValue(group, out var rows))
            {
                groups.Add(group, rows = []);
            }

            rows.Add(row);
        }

        var ordered = groups.Keys.ToList();
        ordered.Sort(GroupOrder.Of(_byLevel));
        var (held, left, likes) = (new List<(RowGroup, int, int)>(), new List<RowGroup>(), new HashSet<(TerritoryLevel, string, int)>());
        foreach (var group in ordered)
        {
            var rows = groups[group];
            var like = (group.Level, group.Dimension.Code, rows.Count);
            if (rows.Count > mostRows && !likes.Contains(like))
            {
                left.Add(group);
                continue;
            }

            // A week that is all of its month has the month's rows.
            var bytes = RowBytes.Of(_columns, rows, row => group.Start < 0 ? RankOf(group.Kind, _columns.PeriodStart[row]) : 0, TerritoryOf, ModalityOf, cancellation);
            if (!chunks.Has(bytes))
            {
                if (rows.Count > mostRows)
                {
                    left.Add(group);
                    continue;
                }

                mostRows -= rows.Count;
            }

            likes.Add(like);
            held.Add((group, chunks.Add(bytes), rows.Count));
        }

        (Groups, LeftOut) = (held, left);
    }

    private int TerritoryOf(int row) => _byLevel[_columns.Level[row]].IndexOf(_columns.Code[row]);

    private int ModalityOf(int row) => _byDimension[_columns.Dimension[row].Code].IndexOf(_columns.Modality[row]);
}
