using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>What the automated controls found: what a reader must know before the figures are used.</summary>
internal static class ControlSection
{
    public static DashboardSection? Of(FindingTable? findings, Func<TerritoryLevel, string, string?> nameOf) => findings is not { Asked.Count: > 0 } ? null : new DashboardSection(
        "controles", "Contrôles", findings.Count > 0 ? [Controls(findings), Findings(findings, nameOf)] : [Controls(findings)]);

    /// <summary>What stands on top of the page; empty where no control is alarmed.</summary>
    public static IEnumerable<string> Warnings(FindingTable? findings)
    {
        var alarms = findings?.CountOf(ControlSeverity.Alarm) ?? 0;
        return alarms == 0 ? [] : [$"{FrenchFormat.Of(alarms, "alerte", "alertes")} des contrôles automatiques : lisez la section Contrôles avant d’utiliser ces chiffres."];
    }

    /// <summary>The controls that found something, the severest first: their order in the table of findings.</summary>
    private static DashboardBlock Controls(FindingTable findings)
    {
        var counts = findings.CountBy(finding => finding.Control).ToArray();
        return new DashboardBlock("controles-constats", "Constats par contrôle", new DashboardTable(
            ["Contrôle", "Sens", "Gravité", "Constats", "Que faire"],
            [.. counts.Select(count => new[]
            {
                Cell.Label(count.Key.Id), Cell.Label(OutsideText.Of(count.Key.Meaning.French, OutsideText.LongestSentence)), Severity(count.Key), Cell.Count(count.Value),
                Cell.Label(OutsideText.Of(count.Key.Remedy.French, OutsideText.LongestSentence)),
            })])
        {
            TextColumns = [1, 2, 4],
        })
        {
            Notes =
            [
                $"{FrenchFormat.Of(findings.Asked.Count, "contrôle posé", "contrôles posés")}, {(counts.Length == 0 ? "aucun n’a de constat" : FrenchFormat.Of(counts.Length, "a des constats", "ont des constats"))}. Un constat ne change aucun chiffre.",
            ],
        };
    }

    private static DashboardBlock Findings(FindingTable findings, Func<TerritoryLevel, string, string?> nameOf) =>
        new("constats", "Constats", new DashboardTable(
            ["Territoire", "Période", "Contrôle", "Objet", "Constaté", "Attendu"],
            [.. findings.Take(Breakdowns.MostRows).Select(finding => new[]
            {
                Cell.Label(Territory(finding, nameOf)), Period(finding), Cell.Label(finding.Control.Id), Cell.Label(OutsideText.Of(finding.Subject)),
                Cell.Figure(finding.Figure), finding.Expected is { } expected ? Cell.Figure(expected) : Cell.None,
            })])
        {
            TextColumns = [1, 2, 3],
        })
        {
            Notes = ["Les plus graves d’abord. Attendu : ce que le contrôle attendait, ou la borne que le chiffre dépasse.", .. Breakdowns.Hidden(findings.Count, "constats", ControlCsv.FileName)],
        };

    private static Cell Severity(Control control) => Cell.Ranked((long)control.Severity, control.Severity switch
    {
        ControlSeverity.Alarm => "alerte",
        ControlSeverity.Warning => "avertissement",
        _ => "remarque",
    });

    private static string Territory(Finding finding, Func<TerritoryLevel, string, string?> nameOf) => finding.Level == TerritoryLevel.National ? "France"
        : nameOf(finding.Level, finding.Code) is { Length: > 0 } name ? $"{OutsideText.Of(name)} ({OutsideText.Of(finding.Code)})"
        : OutsideText.Of(finding.Code);

    private static Cell Period(Finding finding) => finding.PeriodStart is not { } start ? Cell.None
        : Cell.Ranked(LocalCalendar.DayOf(start), finding.Period == PeriodKind.All ? "toute la période" : FrenchFormat.Date(start));
}
