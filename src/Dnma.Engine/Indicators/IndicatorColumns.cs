using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>The columns of an <see cref="IndicatorTable"/>, sorted. Filled by a builder, then never changed.</summary>
internal sealed class IndicatorColumns
{
    public required PeriodKind[] Period { get; init; }

    /// <summary>Day numbers.</summary>
    public required int[] PeriodStart { get; init; }

    public required TerritoryLevel[] Level { get; init; }

    public required string[] Code { get; init; }

    public required Dimension[] Dimension { get; init; }

    public required string[] Modality { get; init; }

    public required long[] Visits { get; init; }

    public required long[] Users { get; init; }

    public required long[] PageViews { get; init; }

    public required long[] Hits { get; init; }

    public required long[] DurationMs { get; init; }

    public required long[] TimedVisits { get; init; }

    public required long[] Bounces { get; init; }

    public required long[] FlashVisits { get; init; }

    /// <summary>Which rows are withheld: their figures are 0 here, so that none can slip out; null where none is.</summary>
    public bool[]? Withheld { get; private init; }

    public int Count => Visits.Length;

    /// <summary>Whether a row's figures are withheld.</summary>
    public bool IsWithheld(int row) => Withheld?[row] == true;

    /// <summary>The same rows, without the figures of some.</summary>
    /// <param name="rows">Which of them are withheld.</param>
    public IndicatorColumns Without(bool[] rows)
    {
        long[] Shown(long[] figures) => [.. figures.Select((figure, row) => rows[row] ? 0 : figure)];
        return new IndicatorColumns
        {
            Period = Period,
            PeriodStart = PeriodStart,
            Level = Level,
            Code = Code,
            Dimension = Dimension,
            Modality = Modality,
            Visits = Shown(Visits),
            Users = Shown(Users),
            PageViews = Shown(PageViews),
            Hits = Shown(Hits),
            DurationMs = Shown(DurationMs),
            TimedVisits = Shown(TimedVisits),
            Bounces = Shown(Bounces),
            FlashVisits = Shown(FlashVisits),
            Withheld = rows,
        };
    }

    /// <summary>Columns of zeros, to be filled.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="withheld">Which of them are withheld; null for none.</param>
    public static IndicatorColumns Allocate(int rows, bool[]? withheld = null) => new()
    {
        Withheld = withheld,
        Period = new PeriodKind[rows],
        PeriodStart = new int[rows],
        Level = new TerritoryLevel[rows],
        Code = new string[rows],
        Dimension = new Dimension[rows],
        Modality = new string[rows],
        Visits = new long[rows],
        Users = new long[rows],
        PageViews = new long[rows],
        Hits = new long[rows],
        DurationMs = new long[rows],
        TimedVisits = new long[rows],
        Bounces = new long[rows],
        FlashVisits = new long[rows],
    };

    /// <summary>Some of the rows, in the order given.</summary>
    public IndicatorColumns Take(List<int> rows)
    {
        var taken = Allocate(rows.Count, Withheld is null ? null : [.. rows.Select(IsWithheld)]);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            taken.Period[i] = Period[row];
            taken.PeriodStart[i] = PeriodStart[row];
            taken.Level[i] = Level[row];
            taken.Code[i] = Code[row];
            taken.Dimension[i] = Dimension[row];
            taken.Modality[i] = Modality[row];
            taken.Visits[i] = Visits[row];
            taken.Users[i] = Users[row];
            taken.PageViews[i] = PageViews[row];
            taken.Hits[i] = Hits[row];
            taken.DurationMs[i] = DurationMs[row];
            taken.TimedVisits[i] = TimedVisits[row];
            taken.Bounces[i] = Bounces[row];
            taken.FlashVisits[i] = FlashVisits[row];
        }

        return taken;
    }

    /// <summary>The rows of several tables, one after the other.</summary>
    public static IndicatorColumns Of(IReadOnlyList<IndicatorColumns> parts)
    {
        T[] Joined<T>(Func<IndicatorColumns, T[]> column) => [.. parts.SelectMany(column)];
        return new IndicatorColumns
        {
            Withheld = parts.Any(part => part.Withheld is not null) ? Joined(part => part.Withheld ?? new bool[part.Count]) : null,
            Period = Joined(part => part.Period),
            PeriodStart = Joined(part => part.PeriodStart),
            Level = Joined(part => part.Level),
            Code = Joined(part => part.Code),
            Dimension = Joined(part => part.Dimension),
            Modality = Joined(part => part.Modality),
            Visits = Joined(part => part.Visits),
            Users = Joined(part => part.Users),
            PageViews = Joined(part => part.PageViews),
            Hits = Joined(part => part.Hits),
            DurationMs = Joined(part => part.DurationMs),
            TimedVisits = Joined(part => part.TimedVisits),
            Bounces = Joined(part => part.Bounces),
            FlashVisits = Joined(part => part.FlashVisits),
        };
    }

    public IndicatorRow Row(int i) => new(
        Period[i],
        LocalCalendar.DateOf(PeriodStart[i]),
        Level[i],
        Code[i],
        Dimension[i],
        Modality[i],
        Visits[i],
        Users[i],
        PageViews[i],
        Hits[i],
        DurationMs[i],
        TimedVisits[i],
        Bounces[i],
        FlashVisits[i],
        IsWithheld(i));

    public int IndexOf(PeriodKind period, DateOnly start, TerritoryLevel level, string code, Dimension dimension, string modality)
    {
        var day = LocalCalendar.DayOf(start);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = CompareKey(middle, period, day, level, code, dimension, modality);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The order of two rows' keys.</summary>
    public int Compare(int left, int right) =>
        CompareKey(left, Period[right], PeriodStart[right], Level[right], Code[right], Dimension[right], Modality[right]);

    /// <summary>Orders two texts by their UTF-8 bytes, which for UTF-16 is not the order of its code units.</summary>
    public static int CompareUtf8(string left, string right)
    {
        if (ReferenceEquals(left, right))
        {
            return 0;
        }

        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        // Surrogates sort above every other code unit in UTF-8, below U+E000..U+FFFF in UTF-16.
        var (a, b) = (left[same], right[same]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
    }

    private int CompareKey(int i, PeriodKind period, int start, TerritoryLevel level, string code, Dimension dimension, string modality)
    {
        var order = CompareUtf8(Period[i].Code(), period.Code());
        order = order != 0 ? order : PeriodStart[i].CompareTo(start);
        order = order != 0 ? order : CompareUtf8(Level[i].Code(), level.Code());
        order = order != 0 ? order : CompareUtf8(Code[i], code);
        order = order != 0 ? order : CompareUtf8(Dimension[i].Code, dimension.Code);
        return order != 0 ? order : CompareUtf8(Modality[i], modality);
    }
}
