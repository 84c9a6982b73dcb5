using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>The controls that name labels, platform by platform: vocabularies, collectivities, hits of the test site.</summary>
internal static class LabelChecks
{
    /// <summary>The labels that are listed of one platform, those of most hits first: more are the work of a machine, and nobody reads them.</summary>
    public const int MostLabels = 20;

    public static void Check(ObservedUnits units, IReadOnlySet<string>? collectivities, FindingList findings)
    {
        var platforms = units.Platforms;
        List(platforms, HitControls.CollectivityMalformed, ObservedColumn.Collectivity, "collectivity", label => !CollectivityForm.HasForm(label), findings);
        if (collectivities is not null)
        {
            List(
                platforms,
                HitControls.CollectivityUnknown,
                ObservedColumn.Collectivity,
                "collectivity",
                label => CollectivityForm.HasForm(label) && label != CollectivityForm.TestSite && !collectivities.Contains(label),
                findings);
        }

        List(platforms, HitControls.ServiceUnknown, ObservedColumn.UnknownService, "service", _ => true, findings);
        List(platforms, HitControls.TypeUnknown, ObservedColumn.UnknownType, "type", _ => true, findings);
        ListTestSite(platforms, findings);
        ListTestSite(units.Establishments.Where(unit => unit.Code != IndicatorCodes.Unknown), findings);
    }

    private static void List(
        IEnumerable<ObservedUnit> units, Control control, ObservedColumn column, string subject, Func<string, bool> isFound, FindingList findings)
    {
        foreach (var unit in units)
        {
            // Labels that look alike once they are cut are one.
            var found = unit.LabelsOf(column).Where(label => isFound(label.Label))
                .GroupBy(label => ShownLabel.Of(label.Label), (shown, same) => (Shown: shown, Hits: same.Sum(label => label.Hits)))
                .Where(label => label.Hits >= ShareRule.LeastPart)
                .OrderByDescending(label => label.Hits).ThenBy(label => label.Shown, StringComparer.Ordinal)
                .Take(MostLabels);
            foreach (var (shown, hits) in found)
            {
                findings.Add(control, unit, $"{subject}:{shown}", hits);
            }
        }
    }

    private static void ListTestSite(IEnumerable<ObservedUnit> units, FindingList findings)
    {
        foreach (var unit in units)
        {
            if (unit[HitFact.TestSite] >= ShareRule.LeastPart)
            {
                findings.Add(HitControls.TestSite, unit, "hits", unit[HitFact.TestSite]);
            }
        }
    }
}
