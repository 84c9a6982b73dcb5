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

    /// <summary>
    /// The page of a measurement: the rows of <c>indicators.csv</c>. Of an extract it is what its reader may see: ledgers, laws, inputs and definition speak of the
    /// whole log and are not on it.
    /// </summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="cancellation">Stops the gathering of its rows.</param>
    public static DashboardData Of(Measurement measurement, CancellationToken cancellation = default)
    {
        var definition = measurement.Definition;
        var isExtract = measurement.Scope is not null;
        return DashboardData.From(measurement.Indicators, new DashboardContext
        {
            Title = "Audience des espaces numériques de travail",
            Perimeter = PerimeterOf(measurement),
            Norm = definition.Norm.Name,
            TimeZone = definition.Zone.Id,
            Ledger = isExtract ? [] : [.. Ledger(measurement.Certificate.Ledger)],
            Laws = [.. measurement.Certificate.Laws.Select(law => new DashboardLawLine(law.Statement, law.Expected, law.Actual, law.Holds))],
            Warnings = isExtract ? [.. Extract(measurement), .. Withheld(measurement)] : [.. measurement.Certificate.Warnings, .. Withheld(measurement)],
            Findings = measurement.Controls,
            Inputs = [.. measurement.Certificate.Inputs.Select(input => new DashboardInputLine(input.Name, input.Lines, input.Sha256))],
            Days = measurement is { From: { } from, To: { } to } ? (from, to) : null,
            Annuaire = definition.Annuaire,
            Threshold = measurement.Disclosure?.Threshold ?? 0,
            IsExtract = isExtract,
            Definition = isExtract ? [] : measurement.Certificate.Definition,
            NameOf = (level, code) => NameOf(definition.Annuaire, level, code),
        }, DashboardData.MostRows, cancellation);
    }

    private static IEnumerable<string> Extract(Measurement measurement)
    {
        yield return "Cette page est un extrait : elle ne montre que les territoires que son destinataire peut voir. Ses chiffres sont ceux de la mesure entière, certifiée par qui la publie.";
        if (measurement.Scope is { Withheld.Count: > 0 })
        {
            yield return "Des territoires du destinataire ne sont pas montrés : avec les autres, ils permettraient de calculer des chiffres qu’il n’a pas à voir.";
        }
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
        measurement.Scope is not null ? PeriodOf(measurement) : string.Join(" ; ", measurement.Definition.Perimeter.Conditions().Select(condition => $"{condition.Key} : {condition.Value}").Prepend(PeriodOf(measurement)));

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
        TerritoryLevel.Region => Territories.FindRegion(code)?.Name,
        TerritoryLevel.Academy => Territories.FindAcademy(code)?.Name,
        TerritoryLevel.Department => Territories.FindDepartment(code)?.Name,
        TerritoryLevel.Establishment => annuaire.Find(code)?.Name,
        _ => null,
    };
}
