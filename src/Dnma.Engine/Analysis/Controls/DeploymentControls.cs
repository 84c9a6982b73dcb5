using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>Family 14: what is said to be deployed against what is seen. Immutable, thread safe.</summary>
public static class DeploymentControls
{
    /// <summary>Declared, and nothing seen.</summary>
    public static Control DeclaredSilent { get; } = new(
        "declared-silent", 14, ControlSeverity.Warning,
        new("L'établissement est déclaré déployé, et aucune visite ne porte son UAI.", "The establishment is declared deployed, and no visit carries its UAI."),
        new("Vérifier son marquage, ou sa déclaration.", "Check its tag, or its declaration."));

    /// <summary>Seen, and not declared.</summary>
    public static Control FedUndeclared { get; } = new(
        "fed-undeclared", 14, ControlSeverity.Notice,
        new("Des visites portent cette UAI, qui n'est pas déclarée.", "Visits carry this UAI, which is not declared."),
        new("Compléter la déclaration, ou chercher d'où viennent ces visites.", "Complete the declaration, or find out where these visits come from."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [DeclaredSilent, FedUndeclared];

    internal static void Run(ControlRequest request, FedSchools fed, List<Control> asked, List<Finding> findings)
    {
        if (request.Declared is null)
        {
            return;
        }

        asked.AddRange(All);
        var declared = new SortedSet<string>(request.Declared.Select(Normal), StringComparer.Ordinal);
        DateOnly? start = request.Measured.Days.Length > 0 ? LocalCalendar.DateOf(request.Measured.Days.Start) : null;
        findings.AddRange(
            from uai in declared
            where !fed.Contains(uai)
            select new Finding(DeclaredSilent, TerritoryLevel.Establishment, uai, PeriodKind.All, start, "visits", 0, null));
        findings.AddRange(
            from uai in fed.Codes
            where !declared.Contains(uai)
            select new Finding(FedUndeclared, TerritoryLevel.Establishment, uai, PeriodKind.All, start, "visits", fed.Visits(uai), 0));
    }

    private static string Normal(string text) => Uai.TryNormalize(text, out var uai, out _)
        ? uai
        : throw new EngineException(ErrorId.InvalidOption, "declared", $"\"{text}\" has not the form of a UAI", "write seven digits and a letter");
}
