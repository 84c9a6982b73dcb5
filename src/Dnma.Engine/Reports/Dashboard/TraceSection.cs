namespace Dnma.Engine.Reports.Dashboard;

/// <summary>What became of every record, the laws that were checked, and the inputs.</summary>
internal static class TraceSection
{
    public static DashboardSection? Of(DashboardContext context)
    {
        var blocks = new List<DashboardBlock>();
        if (context.Ledger.Count > 0)
        {
            blocks.Add(new DashboardBlock("comptes", "Du fichier à la visite", new DashboardTable(
                ["Compte", "Nombre"],
                [.. context.Ledger.Select(static line => new[] { Cell.Label((line.IsPart ? "\u2003dont " : "") + OutsideText.Of(line.Name)), Cell.Count(line.Count) })])
            {
                IsSortable = false,
            })
            {
                Notes = ["Tout enregistrement lu est rejeté, exclu, ou compté dans une visite et une seule."],
            });
        }

        if (context.Laws.Count > 0)
        {
            blocks.Add(new DashboardBlock("lois", "Lois de conservation", new DashboardTable(
                ["Loi", "Attendu", "Obtenu", "Tenue"],
                [.. context.Laws.Select(static law => new[]
                {
                    Cell.Label(OutsideText.Of(law.Name, OutsideText.LongestSentence)), Cell.Count(law.Expected), Cell.Count(law.Actual), Cell.Label(law.Holds ? "✓ oui" : "✗ non"),
                })])
            {
                TextColumns = [3],
            })
            {
                Notes = [Verdict(context.Laws)],
            });
        }

        if (context.Inputs.Count > 0)
        {
            blocks.Add(new DashboardBlock("entrees", "Fichiers mesurés", new DashboardTable(
                ["Fichier", "Enregistrements", "SHA-256"],
                [.. context.Inputs.Take(Breakdowns.MostRows).Select(static input => new[]
                {
                    Cell.Label(OutsideText.Of(input.Name)), Cell.Count(input.Records), Cell.Label(input.Sha256.Length == 0 ? FrenchFormat.Nothing : OutsideText.Of(input.Sha256)),
                })])
            {
                TextColumns = [2],
            })
            {
                Notes = [.. Breakdowns.Hidden(context.Inputs.Count, "fichiers", "certificate.json")],
            });
        }

        if (context.Definition.Count > 0)
        {
            blocks.Add(new DashboardBlock("certificat", "Certificat : ce qui a été mesuré", new DashboardTable(
                ["Choix", "Valeur"],
                [.. context.Definition.Select(static line => new[] { Cell.Label(OutsideText.Of(line.Key)), Cell.Label(OutsideText.Of(line.Value, OutsideText.LongestSentence)) })])
            {
                TextColumns = [1],
                IsSortable = false,
            })
            {
                Notes = ["Le certificat complet, avec l’empreinte de chaque fichier publié, est dans certificate.json ; certificate.md en est la version à lire."],
            });
        }

        return blocks.Count == 0 ? null : new DashboardSection("tracabilite", "Traçabilité et certificat", blocks);
    }

    private static string Verdict(IReadOnlyList<DashboardLawLine> laws)
    {
        var broken = laws.Count(static law => !law.Holds);
        return broken == 0
            ? $"{FrenchFormat.Of(laws.Count, "loi vérifiée, tenue", "lois vérifiées, toutes tenues")}."
            : $"{FrenchFormat.Of(broken, "loi n’est pas tenue", "lois ne sont pas tenues")} sur {FrenchFormat.Count(laws.Count)}.";
    }
}
