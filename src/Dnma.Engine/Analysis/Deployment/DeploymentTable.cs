using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>Declared establishments beside those that were fed, by period, territory and school level. Pure and thread safe.</summary>
public static class DeploymentTable
{
    /// <summary>Lays a register beside a measurement.</summary>
    /// <param name="register">What is declared.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="annuaire">Where establishments stand, and their school level; a UAI's prefix tells the rest.</param>
    /// <param name="periods">Which kinds of period; establishments must have been counted in them.</param>
    /// <param name="levels">Which levels; establishments are the matter of controls, and have no rows.</param>
    /// <returns>Rows in the order of their keys as UTF-8 bytes; one where an establishment is declared or fed, <c>total</c> and by school level.</returns>
    public static IReadOnlyList<DeploymentRow> Of(
        DeploymentRegister register, MeasuredTable measured, Annuaire annuaire, IReadOnlyCollection<PeriodKind> periods, IReadOnlyCollection<TerritoryLevel> levels)
    {
        var places = new DeployedPlaces(annuaire, levels);
        var rows = new List<DeploymentRow>();
        foreach (var kind in FedPeriod.Of(measured, periods).GroupBy(period => period.Kind))
        {
            var everFed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var period in kind)
            {
                everFed.UnionWith(period.UsersByUai.Keys);
                rows.AddRange(RowsOf(register, period, everFed, places));
            }
        }

        return [.. rows.OrderBy(row => row, Comparer<DeploymentRow>.Create(Compare))];
    }

    private static IEnumerable<DeploymentRow> RowsOf(DeploymentRegister register, FedPeriod period, HashSet<string> everFed, DeployedPlaces places)
    {
        var counts = new Dictionary<(TerritoryLevel Level, string Code, string SchoolLevel), Counts>();

        void Count((TerritoryLevel Level, string Code) territory, string uai, Func<Counts, Counts> add)
        {
            foreach (var schoolLevel in new[] { IndicatorCodes.Total, places.SchoolLevelOf(uai).Code() })
            {
                var key = (territory.Level, territory.Code, schoolLevel);
                counts[key] = add(counts.GetValueOrDefault(key));
            }
        }

        var declared = register.Establishments.Where(row => row.IsDeployed(period.Days)).GroupBy(row => row.Uai, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);
        foreach (var (uai, rows) in declared)
        {
            foreach (var territory in places.TerritoriesOf(uai).Concat(rows.SelectMany(places.DeclaredOf).Distinct()))
            {
                Count(territory, uai, known => known.AndDeclared(period.UsersByUai.ContainsKey(uai), everFed.Contains(uai)));
            }
        }

        foreach (var uai in period.UsersByUai.Keys.Where(uai => !declared.ContainsKey(uai)))
        {
            foreach (var territory in places.TerritoriesOf(uai))
            {
                Count(territory, uai, known => known with { Undeclared = known.Undeclared + 1 });
            }
        }

        return counts.Select(entry => new DeploymentRow(
            period.Kind, LocalCalendar.DateOf(period.Start), entry.Key.Level, entry.Key.Code, entry.Key.SchoolLevel,
            entry.Value.Declared, entry.Value.Fed, entry.Value.FedSoFar, entry.Value.Undeclared));
    }

    private static int Compare(DeploymentRow left, DeploymentRow right) =>
        DeploymentOrder.Compare((left.Period, left.PeriodStart, left.Level, left.Code, left.SchoolLevel), (right.Period, right.PeriodStart, right.Level, right.Code, right.SchoolLevel));

    private readonly record struct Counts(long Declared, long Fed, long FedSoFar, long Undeclared)
    {
        public Counts AndDeclared(bool isFed, bool wasFed) =>
            this with { Declared = Declared + 1, Fed = Fed + (isFed ? 1 : 0), FedSoFar = FedSoFar + (wasFed ? 1 : 0) };
    }
}
