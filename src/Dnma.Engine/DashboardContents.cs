using System.Globalization;
using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification;
using Dnma.Engine.References;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine;

/// <summary>What a measurement puts on its dashboard, in French.</summary>
internal static class DashboardContents
{
    private static readonly CultureInfo French = CultureInfo.InvariantCulture;

    public static DashboardData Of(Measurement measurement, IndicatorTable all)
    {
        var definition = measurement.Definition;
        return DashboardData.From(all, new DashboardContext
        {
            Title = "Audience des espaces numériques de travail",
            Perimeter = PerimeterOf(measurement),
            Norm = definition.Norm.Name,
            TimeZone = definition.Zone.Id,
            Ledger = [.. Ledger(measurement.Certificate.Ledger)],
            Laws = [.. measurement.Certificate.Laws.Select(law => new DashboardLawLine(law.Statement, law.Expected, law.Actual, law.Holds))],
            Warnings = [.. measurement.Certificate.Warnings, .. Withheld(measurement)],
            Findings = measurement.Controls,
            Inputs = [.. measurement.Certificate.Inputs.Select(input => new DashboardInputLine(input.Name, input.Lines, input.Sha256))],
            NameOf = (level, code) => NameOf(definition.Annuaire, level, code),
        });
    }

    private static IEnumerable<string> Withheld(Measurement measurement)
    {
        if (measurement.Disclosure is { } disclosure)
        {
            yield return $"Les chiffres de moins de {disclosure.Threshold} utilisateurs, et ceux qui permettraient de les retrouver, sont masqués : "
                + "ces lignes, jours et semaines ne figurent pas sur cette page, et les parts sont calculées sur les lignes montrées.";
        }
    }

    private static string PerimeterOf(Measurement measurement) =>
        string.Join(" ; ", measurement.Definition.Perimeter.Conditions().Select(condition => $"{condition.Key} : {condition.Value}").Prepend(PeriodOf(measurement)));

    private static string PeriodOf(Measurement measurement) => measurement is { From: { } from, To: { } to }
        ? to == from.AddDays(1)
            ? string.Create(French, $"le {from:dd/MM/yyyy}")
            : string.Create(French, $"du {from:dd/MM/yyyy} au {to.AddDays(-1):dd/MM/yyyy}")
        : "aucun hit qualifié";

    private static IEnumerable<DashboardLedgerLine> Ledger(MeasurementLedger ledger)
    {
        yield return new DashboardLedgerLine("Enregistrements lus", ledger.Read);
        foreach (var rejected in ledger.Rejected.Where(line => line.Count > 0))
        {
            yield return new DashboardLedgerLine($"Rejetés : {rejected.Name}", rejected.Count, IsPart: true);
        }

        yield return new DashboardLedgerLine("Fragments réunis", ledger.Merged);
        yield return new DashboardLedgerLine("Hits acceptés", ledger.Qualification.Accepted);
        foreach (var reason in Enum.GetValues<ExclusionReason>().Where(reason => ledger.Qualification[reason] > 0))
        {
            yield return new DashboardLedgerLine($"Exclus : {reason.Code()}", ledger.Qualification[reason], IsPart: true);
        }

        yield return new DashboardLedgerLine("Hits qualifiés", ledger.Qualification.Qualified);
        yield return new DashboardLedgerLine("Visites comptées", ledger.Visits.Counted);
        yield return new DashboardLedgerLine("Visites hors période", ledger.Visits.OutOfPeriod);
        if (ledger.Visits.OutOfPerimeter > 0)
        {
            yield return new DashboardLedgerLine("Visites hors périmètre", ledger.Visits.OutOfPerimeter);
        }
    }

    private static string? NameOf(Annuaire annuaire, TerritoryLevel level, string code) => level switch
    {
        TerritoryLevel.Academy => Territories.FindAcademy(code)?.Name,
        TerritoryLevel.Department => Territories.FindDepartment(code)?.Name,
        TerritoryLevel.Establishment => annuaire.Find(code)?.Name,
        _ => null,
    };
}
