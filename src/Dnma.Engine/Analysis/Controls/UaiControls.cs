using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>Family 1: whether the UAI that visits carry are those of establishments. Immutable, thread safe.</summary>
public static class UaiControls
{
    /// <summary>The letter is not the one that the digits demand.</summary>
    public static Control LetterWrong { get; } = new(
        "uai-letter-wrong", 1, ControlSeverity.Warning,
        new("La lettre de l'UAI n'est pas celle de ses chiffres : une erreur de saisie. Les visites manquent à l'établissement réel ; s'il n'y en a qu'un de proche qui soit mesuré, il est nommé.",
            "The letter of the UAI is not that of its digits: a slip of the pen. Its visits are missing at the real establishment, which is named when only one measured one is near."),
        new("Faire corriger le paramètre uai du marquage, puis mesurer de nouveau.", "Have the tag's parameter uai corrected, then measure again."));

    /// <summary>The annuaire does not know it.</summary>
    public static Control NotInAnnuaire { get; } = new(
        "uai-not-in-annuaire", 1, ControlSeverity.Warning,
        new("L'UAI est bien formée, mais l'annuaire ne la connaît pas.", "The UAI is well formed, but the annuaire does not know it."),
        new("Vérifier la saisie, et la date de l'annuaire.", "Check the tag, and the date of the annuaire."));

    /// <summary>The annuaire says that it is closed.</summary>
    public static Control Closed { get; } = new(
        "uai-closed", 1, ControlSeverity.Warning,
        new("L'annuaire dit cet établissement fermé, et des visites portent son UAI.", "The annuaire says that this establishment is closed, and visits carry its UAI."),
        new("Chercher l'établissement qui l'a remplacé ; faire corriger le marquage.", "Look for the establishment that replaced it; have the tag corrected."));

    /// <summary>It had visits before the annuaire says that it opened.</summary>
    public static Control NotYetOpen { get; } = new(
        "uai-not-yet-open", 1, ControlSeverity.Notice,
        new("Des visites précèdent la date d'ouverture de l'annuaire.", "There are visits before the annuaire's opening date."),
        new("Vérifier la date d'ouverture, et l'horloge des serveurs.", "Check the opening date, and the servers' clocks."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [LetterWrong, NotInAnnuaire, Closed, NotYetOpen];

    internal static void Run(ControlRequest request, FedSchools fed, List<Control> asked, List<Finding> findings)
    {
        var hasAnnuaire = request.Annuaire.Count > 0;
        asked.AddRange(hasAnnuaire ? All : [LetterWrong]);
        DateOnly? start = request.Measured.Days.Length > 0 ? LocalCalendar.DateOf(request.Measured.Days.Start) : null;
        foreach (var uai in fed.Codes)
        {
            if (!Uai.TryNormalize(uai, out _, out var letterIsRight))
            {
                continue;
            }

            if (!letterIsRight)
            {
                var meant = Meant(uai, code => fed.Contains(code) || request.Annuaire.Find(code) is not null);
                findings.Add(new Finding(LetterWrong, TerritoryLevel.Establishment, uai, PeriodKind.All, start, meant is null ? "visits" : $"like:{meant}", fed.Visits(uai), null));
            }
            else if (hasAnnuaire && request.Annuaire.Find(uai) is not { } known)
            {
                findings.Add(new Finding(NotInAnnuaire, TerritoryLevel.Establishment, uai, PeriodKind.All, start, "visits", fed.Visits(uai), null));
            }
            else if (hasAnnuaire && request.Annuaire.Find(uai) is { } school)
            {
                if (school.IsOpen == false)
                {
                    findings.Add(new Finding(Closed, TerritoryLevel.Establishment, uai, PeriodKind.All, start, "visits", fed.Visits(uai), 0));
                }

                if (school.OpenedOn is { } opening && fed.Visits(uai, LocalCalendar.DayOf(opening)) is > 0 and var early)
                {
                    findings.Add(new Finding(NotYetOpen, TerritoryLevel.Establishment, uai, PeriodKind.Week, LocalCalendar.DateOf(fed.FirstWeek(uai)), "visits", early, 0));
                }
            }
        }
    }

    /// <summary>The one known UAI that is a slip away, before all others that with the right letter; null when there is none or more than one.</summary>
    private static string? Meant(string uai, Func<string, bool> isKnown)
    {
        UaiRepair[] known = [.. Uai.SuggestRepairs(uai).Where(repair => isKnown(repair.Uai))];
        return known is [{ Slip: UaiSlip.Letter }, ..] or [_] ? known[0].Uai : null;
    }
}
