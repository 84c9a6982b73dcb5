using Dnma.Engine.History.Reading;
using Dnma.Engine.Time;

namespace Dnma.Engine.History;

/// <summary>A table's visits by week and modality, and by school year and establishment. Immutable.</summary>
internal sealed class WeeklySums
{
    private readonly int _measures;
    private readonly List<long[]> _visits = [];
    private readonly List<long[]> _absent = [];
    private readonly SortedDictionary<int, long[]> _years = [];

    private WeeklySums(int measures) => _measures = measures;

    /// <summary>The first days of the weeks that have a row, in order.</summary>
    public List<int> Weeks { get; } = [];

    /// <summary>How many rows each of them has.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>By modality, how many cells say that a visit lasts more than a day in the mean.</summary>
    public required long[] OverADay { get; init; }

    /// <summary>By school year (the day number of its 1 August), the visits of each establishment, all modalities of the first dimension together.</summary>
    public IReadOnlyDictionary<int, long[]> ByYear => _years;

    public long Visits(int week, int measure) => _visits[week][measure];

    public long Absent(int week, int measure) => _absent[week][measure];

    public static WeeklySums Of(PublishedTable table)
    {
        var sums = new WeeklySums(table.Measures.Count) { OverADay = new long[table.Measures.Count] };
        var first = table.Measures.TakeWhile(measure => measure.Dimension == table.Measures[0].Dimension).Count();
        var cursor = table.Cursor();
        long[] byEstablishment = [];
        while (cursor.Next())
        {
            if (sums.Weeks.Count == 0 || sums.Weeks[^1] != cursor.Week)
            {
                sums.Begin(cursor.Week);
                byEstablishment = sums.YearOf(cursor.Week, table.Establishments.Length);
            }

            sums.Add(cursor, first, ref byEstablishment[cursor.Establishment]);
        }

        return sums;
    }

    public IReadOnlyList<PublishedYear> Years(int measure)
    {
        var years = new List<PublishedYear>();
        foreach (var (start, establishments) in _years)
        {
            var weeks = Enumerable.Range(0, Weeks.Count).Where(week => LocalCalendar.SchoolYearStart(Weeks[week]) == start).ToArray();
            years.Add(new PublishedYear(
                LocalCalendar.DateOf(start),
                weeks.Length,
                establishments.Count(visits => visits > 0),
                weeks.Sum(week => _visits[week][measure]),
                weeks.Sum(week => _absent[week][measure])));
        }

        return years;
    }

    private void Begin(int week)
    {
        Weeks.Add(week);
        Rows.Add(0);
        _visits.Add(new long[_measures]);
        _absent.Add(new long[_measures]);
    }

    private long[] YearOf(int week, int establishments)
    {
        var start = LocalCalendar.SchoolYearStart(week);
        if (!_years.TryGetValue(start, out var year))
        {
            _years.Add(start, year = new long[establishments]);
        }

        return year;
    }

    private void Add(RowCursor row, int first, ref long ofEstablishment)
    {
        const long Day = 86_400_000;
        var (visits, absent) = (_visits[^1], _absent[^1]);
        for (var measure = 0; measure < _measures; measure++)
        {
            var figure = row.Figure(measure, 0);
            if (figure == RowBlock.Absent)
            {
                absent[measure]++;
                continue;
            }

            visits[measure] += figure;
            ofEstablishment += measure < first ? figure : 0;
            if (figure > 0 && row.Figure(measure, 2) > Day)
            {
                OverADay[measure]++;
            }
        }

        Rows[^1]++;
    }
}
