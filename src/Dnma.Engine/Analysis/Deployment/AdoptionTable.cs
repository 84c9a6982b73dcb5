using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>Accounts beside users, by period, territory and profile. Pure and thread safe.</summary>
public static class AdoptionTable
{
    /// <summary>Lays a register's accounts beside a measurement.</summary>
    /// <param name="register">What is declared.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="annuaire">Where establishments stand; a UAI's prefix tells the rest.</param>
    /// <param name="periods">Which kinds of period; establishments must have been counted in them.</param>
    /// <param name="levels">Which levels. An establishment that several rows declare in a period has no part in those of projects and platforms: its users cannot be told apart.</param>
    /// <returns>Rows in the order of their keys as UTF-8 bytes; one where somebody says how many accounts there are.</returns>
    public static IReadOnlyList<AdoptionRow> Of(
        DeploymentRegister register, MeasuredTable measured, Annuaire annuaire, IReadOnlyCollection<PeriodKind> periods, IReadOnlyCollection<TerritoryLevel> levels)
    {
        var places = new DeployedPlaces(annuaire, levels);
        return
        [
            .. FedPeriod.Of(measured, periods)
                .SelectMany(period => RowsOf(register, period, places, levels.Contains(TerritoryLevel.Establishment)))
                .OrderBy(row => row, Comparer<AdoptionRow>.Create(Compare)),
        ];
    }

    private static IEnumerable<AdoptionRow> RowsOf(DeploymentRegister register, FedPeriod period, DeployedPlaces places, bool byEstablishment)
    {
        var counts = new Dictionary<(TerritoryLevel Level, string Code, string Profile), Counts>();
        foreach (var rows in register.Establishments.Where(row => row.IsDeployed(period.Days)).GroupBy(row => row.Uai, StringComparer.Ordinal).Select(rows => rows.ToArray()))
        {
            var uai = rows[0].Uai;
            var users = period.UsersByUai.GetValueOrDefault(uai);
            var byProfile = Enum.GetValues<Profile>()
                .Select(profile => (Code: profile.Code(), Counts: Counts.Of(rows, profile, users?[(int)profile] ?? 0)))
                .Where(part => part.Counts.Establishments > 0).ToArray();
            if (byProfile.Length == 0)
            {
                continue;
            }

            // One establishment, however many profiles say something.
            var total = byProfile.Aggregate(default(Counts), (sum, part) => sum.And(part.Counts)) with { Establishments = 1 };
            var territories = places.TerritoriesOf(uai)
                .Concat(rows is [var only] ? places.DeclaredOf(only) : [])
                .Concat(byEstablishment ? [(TerritoryLevel.Establishment, uai)] : []);
            foreach (var (level, code) in territories)
            {
                foreach (var (profile, one) in byProfile.Append((IndicatorCodes.Total, total)))
                {
                    counts[(level, code, profile)] = counts.GetValueOrDefault((level, code, profile)).And(one);
                }
            }
        }

        return counts.Select(entry => new AdoptionRow(
            period.Kind, LocalCalendar.DateOf(period.Start), entry.Key.Level, entry.Key.Code, entry.Key.Profile,
            entry.Value.Establishments, entry.Value.Created, entry.Value.Active, new Ratio(entry.Value.Activated, entry.Value.Activatable)));
    }

    private static int Compare(AdoptionRow left, AdoptionRow right) =>
        DeploymentOrder.Compare((left.Period, left.PeriodStart, left.Level, left.Code, left.Profile), (right.Period, right.PeriodStart, right.Level, right.Code, right.Profile));

    /// <param name="Establishments">How many say how many accounts were created.</param>
    /// <param name="Created">How many were.</param>
    /// <param name="Active">Their users.</param>
    /// <param name="Activated">Accounts activated, where both numbers are said.</param>
    /// <param name="Activatable">Accounts created, where both are.</param>
    private readonly record struct Counts(long Establishments, long Created, long Active, long Activated, long Activatable)
    {
        /// <summary>Those of one establishment and profile; nothing where no row says how many accounts were created.</summary>
        public static Counts Of(DeployedEstablishment[] rows, Profile profile, long users)
        {
            var told = rows.Select(row => row.Accounts(profile)).Where(accounts => accounts.Created is not null).ToArray();
            var both = told.Where(accounts => accounts.Activated is not null).ToArray();
            return told.Length == 0 ? default : new Counts(
                1, told.Sum(accounts => accounts.Created!.Value), users, both.Sum(accounts => accounts.Activated!.Value), both.Sum(accounts => accounts.Created!.Value));
        }

        public Counts And(Counts other) => checked(new(
            Establishments + other.Establishments, Created + other.Created, Active + other.Active, Activated + other.Activated, Activatable + other.Activatable));
    }
}
