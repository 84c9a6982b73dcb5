using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>The columns of an <see cref="EventTable"/>, sorted. Filled by a builder, then never changed.</summary>
internal sealed class EventColumns
{
    public required PeriodKind[] Period { get; init; }

    /// <summary>Day numbers.</summary>
    public required int[] PeriodStart { get; init; }

    public required TerritoryLevel[] Level { get; init; }

    public required string[] Code { get; init; }

    public required EventKind[] Kind { get; init; }

    public required string[] Label { get; init; }

    public required long[] Events { get; init; }

    public required long[] Users { get; init; }

    /// <summary>Which rows are withheld: their figures are 0 here; null where none is.</summary>
    public bool[]? Withheld { get; private init; }

    public int Count => Events.Length;

    /// <summary>Whether a row's figures are withheld.</summary>
    public bool IsWithheld(int row) => Withheld?[row] == true;

    /// <summary>The same rows, without the figures of some.</summary>
    /// <param name="rows">Which of them are withheld.</param>
    public EventColumns Without(bool[] rows) => new()
    {
        Period = Period,
        PeriodStart = PeriodStart,
        Level = Level,
        Code = Code,
        Kind = Kind,
        Label = Label,
        Events = [.. Events.Select((figure, row) => rows[row] ? 0 : figure)],
        Users = [.. Users.Select((figure, row) => rows[row] ? 0 : figure)],
        Withheld = rows,
    };

    /// <summary>Some of the rows, in the order given.</summary>
    public EventColumns Take(List<int> rows) => new()
    {
        Period = [.. rows.Select(row => Period[row])],
        PeriodStart = [.. rows.Select(row => PeriodStart[row])],
        Level = [.. rows.Select(row => Level[row])],
        Code = [.. rows.Select(row => Code[row])],
        Kind = [.. rows.Select(row => Kind[row])],
        Label = [.. rows.Select(row => Label[row])],
        Events = [.. rows.Select(row => Events[row])],
        Users = [.. rows.Select(row => Users[row])],
        Withheld = Withheld is null ? null : [.. rows.Select(IsWithheld)],
    };

    /// <summary>Columns of zeros, to be filled.</summary>
    public static EventColumns Allocate(int rows) => new()
    {
        Period = new PeriodKind[rows],
        PeriodStart = new int[rows],
        Level = new TerritoryLevel[rows],
        Code = new string[rows],
        Kind = new EventKind[rows],
        Label = new string[rows],
        Events = new long[rows],
        Users = new long[rows],
    };

    public EventRow Row(int i) => new(
        Period[i], LocalCalendar.DateOf(PeriodStart[i]), Level[i], Code[i], Kind[i], Label[i], Events[i], Users[i], IsWithheld(i));
}
