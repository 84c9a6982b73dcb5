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

    /// <summary>The platform of establishments by UAI; null, the default, where nobody says. It goes before what <see cref="Deployment"/> says.</summary>
    public IReadOnlyDictionary<string, string>? Platforms { get; init; }

    /// <summary>
    /// The register that says of which platform and project establishments are; both are compared then. An establishment that it puts on several, or on none, is of
    /// <c>inconnu</c>.
    /// </summary>
    public DeploymentRegister Deployment { get; init; } = DeploymentRegister.Empty;

    /// <summary>
    /// Whether régions are compared as well; not by default. Their distinct users are told where the tables hold rows of the level <c>region</c>
    /// (<c>--levels</c>), and are empty elsewhere: users of académies do not add up.
    /// </summary>
    public bool HasRegions { get; init; }
}
