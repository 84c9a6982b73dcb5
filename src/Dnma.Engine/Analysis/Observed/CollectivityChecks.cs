using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.References;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>
/// The control of where establishments are against the collectivity that their hits name. A collectivity's number says nothing of where it is, so its establishments
/// say it: where nearly all of them are in one département, or else in one region, the others do not belong to it.
/// </summary>
internal static class CollectivityChecks
{
    /// <summary>Of fewer establishments nothing can be told: a project begins with a few.</summary>
    public const int LeastEstablishments = 10;

    /// <summary>Nearly all, in tenths: with ten establishments one stray is found, and two leave it open.</summary>
    public const int NearlyAllTenths = 9;

    public static void Check(HitObservations observations, FindingList findings)
    {
        var seen =
            from place in observations.Places
            where place.Establishment.Length > 0
            from label in place.Labels
            where label.Column == ObservedColumn.Collectivity && CollectivityForm.HasForm(label.Label) && label.Label != CollectivityForm.TestSite
            group label.Hits by (Collectivity: label.Label, Uai: place.Establishment) into hits
            let department = Territories.DepartmentOf(System.Text.Encoding.UTF8.GetBytes(hits.Key.Uai))
            let sum = hits.Sum()
            where department?.Region is not null && sum >= ShareRule.LeastPart
            select (hits.Key.Collectivity, hits.Key.Uai, Department: department.Code, Region: department.Region!.Name, Hits: sum);
        foreach (var collectivity in seen.GroupBy(row => row.Collectivity).OrderBy(rows => rows.Key, StringComparer.Ordinal))
        {
            var rows = collectivity.ToArray();
            if (HomeOf(rows.Select(row => row.Department)) is { } department)
            {
                Add("department", rows.Where(row => row.Department != department));
            }
            else if (HomeOf(rows.Select(row => row.Region)) is { } region)
            {
                Add("region", rows.Where(row => row.Region != region));
            }

            void Add(string kind, IEnumerable<(string Collectivity, string Uai, string Department, string Region, long Hits)> strays)
            {
                foreach (var stray in strays)
                {
                    findings.Add(HitControls.CollectivityTerritory, TerritoryLevel.Establishment, stray.Uai, $"{kind}:{stray.Collectivity}", stray.Hits);
                }
            }
        }
    }

    /// <summary>Where nearly all are; null where that cannot be told.</summary>
    private static string? HomeOf(IEnumerable<string> territories)
    {
        string[] all = [.. territories];
        var most = all.GroupBy(territory => territory).OrderByDescending(same => same.Count()).FirstOrDefault();
        return all.Length >= LeastEstablishments && most is not null && most.Count() * 10 >= all.Length * NearlyAllTenths ? most.Key : null;
    }
}
