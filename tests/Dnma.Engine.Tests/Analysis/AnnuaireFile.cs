using Dnma.Engine.References;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>An annuaire of a few lines: identifiant;nature;etat;date_ouverture;ecole_maternelle;ecole_elementaire.</summary>
internal static class AnnuaireFile
{
    private const string Header = "identifiant_de_l_etablissement;libelle_nature;etat;date_ouverture;ecole_maternelle;ecole_elementaire\n";

    public static async Task<Annuaire> OfAsync(params string[] lines)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dnma-annuaire-{Path.GetRandomFileName()}.csv");
        try
        {
            await File.WriteAllTextAsync(path, Header + string.Join('\n', lines) + "\n");
            return await Annuaire.ReadAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
