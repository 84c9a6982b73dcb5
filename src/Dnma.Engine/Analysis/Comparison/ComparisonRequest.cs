using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Which school years are compared, on which weeks and by which rule of perimeter. Immutable, thread safe.</summary>
/// <param name="Tables">
/// Measurements or published history of one norm, with weekly rows of establishments; of each only its whole weeks are read. Where two hold the same week, the
/// first of all tells of it, else the later one given.
/// </param>
/// <param name="EarlierYear">Period A: the calendar year of the pupils' first day, for example 2024 for the school year 2024-25.</param>
/// <param name="LaterYear">Period B, likewise.</param>
public sealed record ComparisonRequest(IReadOnlyList<MeasuredTable> Tables, int EarlierYear, int LaterYear)
{
    /// <summary>Which weeks are compared; all of the year by default.</summary>
    public PeriodRule Rule { get; init; } = PeriodRule.SchoolYear;

    /// <summary>Who is of the constant perimeter.</summary>
    public PerimeterRule Perimeter { get; init; } = PerimeterRule.Default;

    /// <summary>Where establishments are and of which level; what it does not tell, the UAI's prefix and the tables' own rows by level do.</summary>
    public Annuaire Annuaire { get; init; } = Annuaire.Empty;

    /// <summary>School days and ranks of weeks, by zone; the built-in calendar by default.</summary>
    public SchoolCalendar Calendar { get; init; } = SchoolCalendar.BuiltIn;

    /// <summary>The platform of establishments by UAI, for example from a deployment register; null, the default, where nobody says.</summary>
    public IReadOnlyDictionary<string, string>? Platforms { get; init; }
}
