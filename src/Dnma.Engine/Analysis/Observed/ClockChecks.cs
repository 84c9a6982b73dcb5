using System.Globalization;
using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>
/// The control of time zones: where most hits' clocks are the same whole number of hours from the server's, one of the two is set to, or written in, the wrong
/// zone. The median hit is then among them, so that late and odd ones cannot hide it.
/// </summary>
internal static class ClockChecks
{
    /// <summary>More than half: then the median is among them.</summary>
    private const double Most = 0.5;

    public static void Check(ObservedUnits units, FindingList findings) => units.Descend(some =>
    {
        var found = new List<ObservedUnit>();
        foreach (var unit in some)
        {
            var clocks = unit[HitFact.BothClocks];
            foreach (var (offset, hits) in clocks >= ShareRule.LeastWhole ? unit.Offsets : [])
            {
                var share = (double)hits / clocks;
                if (offset.Hours != 0 && share > Most)
                {
                    var hours = offset.Hours.ToString("+0;-0", CultureInfo.InvariantCulture);
                    findings.Add(HitControls.ClockZone, unit, $"hours:{hours}", share, Most);
                    found.Add(unit);
                }
            }
        }

        return found;
    });
}
