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

    public int Count => Events.Length;

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
        Period[i], LocalCalendar.DateOf(PeriodStart[i]), Level[i], Code[i], Kind[i], Label[i], Events[i], Users[i]);
}
