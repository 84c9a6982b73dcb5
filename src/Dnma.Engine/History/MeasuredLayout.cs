using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.History.Reading;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.History;

/// <summary>Lays published tables out as indicators of weeks and establishments, in one pass through all of them side by side. Used once.</summary>
internal sealed class MeasuredLayout
{
    private const int DaysOfWeek = 7;

    private readonly IReadOnlyList<PublishedTable> _tables;
    private readonly (int First, int End) _days;

    /// <summary>The modalities of all tables in the order of indicators, those of one dimension and table side by side.</summary>
    private readonly Part[] _parts;

    public MeasuredLayout(IReadOnlyList<PublishedTable> tables, HistorySelection selection)
    {
        _tables = tables;
        _days = (LocalCalendar.DayOf(selection.From), LocalCalendar.DayOf(selection.To));
        _parts =
        [
            .. tables.SelectMany((table, index) => table.Measures.Select((measure, column) => new Part(index, column, measure.Dimension, measure.Modality)))
                .Where(part => selection.Dimensions?.Contains(part.Dimension) != false)
                .Order(Comparer<Part>.Create(Compare)),
        ];
    }

    public MeasuredTable Build()
    {
        var counted = new Rows(null);
        Walk(counted);
        var size = counted.Count;

        // What is not published is one column of zeros, several times.
        var zeros = new long[size];
        var columns = new IndicatorColumns
        {
            Period = new PeriodKind[size],
            PeriodStart = new int[size],
            Level = new TerritoryLevel[size],
            Code = new string[size],
            Dimension = new Dimension[size],
            Modality = new string[size],
            Visits = new long[size],
            Users = new long[size],
            PageViews = zeros,
            Hits = zeros,
            DurationMs = new long[size],
            TimedVisits = new long[size],
            Bounces = zeros,
            FlashVisits = zeros,
        };
        var filled = new Rows(columns);
        Walk(filled);
        return new MeasuredTable(new IndicatorTable(columns), counted.Days) { Origins = FigureOrigins.Published, Withheld = filled.Withheld };
    }

    private void Walk(Rows rows)
    {
        RowCursor?[] cursors = [.. _tables.Select(First)];
        var isHere = new bool[cursors.Length];
        while (true)
        {
            var (week, establishment) = (int.MaxValue, int.MaxValue);
            foreach (var cursor in cursors)
            {
                if (cursor is not null && (cursor.Week < week || (cursor.Week == week && cursor.Establishment < establishment)))
                {
                    (week, establishment) = (cursor.Week, cursor.Establishment);
                }
            }

            if (week >= _days.End)
            {
                return;
            }

            for (var table = 0; table < cursors.Length; table++)
            {
                isHere[table] = cursors[table] is { } cursor && cursor.Week == week && cursor.Establishment == establishment;
            }

            rows.Begin(week, _tables[0].Establishments[establishment]);
            AddParts(rows, cursors, isHere);
            for (var table = 0; table < cursors.Length; table++)
            {
                if (isHere[table] && !cursors[table]!.Next())
                {
                    cursors[table] = null;
                }
            }
        }
    }

    /// <summary>Adds a row for each figure; a dimension all of whose parts are 0 shows so by one row of zeros, where it must add up to something.</summary>
    private void AddParts(Rows rows, RowCursor?[] cursors, bool[] isHere)
    {
        for (var from = 0; from < _parts.Length;)
        {
            var (to, table) = (from, _parts[from].Table);
            var isAllZero = isHere[table];
            for (; to < _parts.Length && _parts[to].Table == table && _parts[to].Dimension == _parts[from].Dimension; to++)
            {
                isAllZero = isHere[table] && rows.Add(cursors[table]!, _parts[to]) && isAllZero;
            }

            if (isAllZero && _parts[from].Dimension is { PartitionsVisits: true } dimension && dimension != Dimension.Total)
            {
                rows.AddZero(_parts[from]);
            }

            from = to;
        }
    }

    /// <summary>A cursor on the first row of a table within the days; null when there is none.</summary>
    private RowCursor? First(PublishedTable table)
    {
        var (low, high) = (0, table.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = table.WeekStartDay(middle) < _days.First ? (middle + 1, high) : (low, middle);
        }

        if (low == table.Count)
        {
            return null;
        }

        var cursor = table.Cursor();
        _ = cursor.MoveTo(low);
        return cursor;
    }

    private static int Compare(Part left, Part right)
    {
        var order = IndicatorColumns.CompareUtf8(left.Dimension.Code, right.Dimension.Code);
        return order != 0 ? order : IndicatorColumns.CompareUtf8(left.Modality, right.Modality);
    }

    /// <summary>One modality of one table.</summary>
    private sealed record Part(int Table, int Measure, Dimension Dimension, string Modality);

    /// <summary>Counts rows where there is no room for them, else fills them.</summary>
    private sealed class Rows(IndicatorColumns? columns)
    {
        private int _week;
        private string _code = "";

        public int Count { get; private set; }

        public DayRange Days { get; private set; }

        public List<WithheldRow> Withheld { get; } = [];

        public void Begin(int week, string code)
        {
            (_week, _code) = (week, code);
            Days = Days.Length == 0 ? new DayRange(week, week + DaysOfWeek) : Days with { End = Math.Max(Days.End, week + DaysOfWeek) };
        }

        /// <summary>Adds the row of a figure; whether the figure is zero.</summary>
        public bool Add(RowCursor row, Part part)
        {
            var (visits, users) = (row.Figure(part.Measure, 0), row.Figure(part.Measure, 1));
            if (visits == RowBlock.Absent || users == RowBlock.Absent)
            {
                if (columns is not null)
                {
                    Withheld.Add(new WithheldRow(_week, _code, part.Dimension, part.Modality));
                }

                return false;
            }

            if (visits == 0 && users == 0)
            {
                return true;
            }

            if (columns is not null)
            {
                Fill(columns, part, visits, users, row.Figure(part.Measure, 2));
            }

            Count++;
            return false;
        }

        public void AddZero(Part part)
        {
            if (columns is not null)
            {
                Fill(columns, part, 0, 0, RowBlock.Absent);
            }

            Count++;
        }

        private void Fill(IndicatorColumns columns, Part part, long visits, long users, long mean)
        {
            columns.Period[Count] = PeriodKind.Week;
            columns.PeriodStart[Count] = _week;
            columns.Level[Count] = TerritoryLevel.Establishment;
            columns.Code[Count] = _code;
            columns.Dimension[Count] = part.Dimension;
            columns.Modality[Count] = part.Modality;
            columns.Visits[Count] = visits;
            columns.Users[Count] = users;
            if (mean != RowBlock.Absent)
            {
                // Times that no visit has must not end the reading: a control tells of them.
                columns.DurationMs[Count] = (long)Int128.Min((Int128)mean * visits, long.MaxValue);
                columns.TimedVisits[Count] = visits;
            }
        }
    }
}
