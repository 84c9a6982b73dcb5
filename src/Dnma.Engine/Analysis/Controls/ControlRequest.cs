using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>What the controls of tables are asked about. Immutable, thread safe.</summary>
/// <param name="Measured">The table that findings are of.</param>
public sealed record ControlRequest(MeasuredTable Measured)
{
    /// <summary>
    /// Earlier measurements, for series to be compared with; none by default. Norm and perimeter should be those of the table. Where two hold
    /// the same week, the table's own tells of it, else the later one given.
    /// </summary>
    public IReadOnlyList<MeasuredTable> History { get; init; } = [];

    /// <summary>The annuaire; empty by default, and then nothing is looked up in it.</summary>
    public Annuaire Annuaire { get; init; } = Annuaire.Empty;

    /// <summary>The UAI that are said to be deployed; null, the default, where nobody says. In any case, trimmed.</summary>
    public IReadOnlyCollection<string>? Declared { get; init; }

    /// <summary>The zone in which days are cut, Europe/Paris by default.</summary>
    public CivilZone Zone { get; init; } = CivilZone.Paris;

    /// <summary>What a visit is; null where it is not known, for example in published figures, and then rules that hang on it are not asked.</summary>
    public Norm? Norm { get; init; }

    /// <summary>Stops the controls.</summary>
    internal CancellationToken Cancellation { get; init; }
}
