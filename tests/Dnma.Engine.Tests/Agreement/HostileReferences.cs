using Dnma.Engine.References;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>The annuaire that hostile logs are measured with: four establishments, two of which are said to be elsewhere than their prefix says.</summary>
internal static class HostileReferences
{
    public const string AnnuaireCsv =
        """
        identifiant_de_l_etablissement;statut_public_prive;nom_commune;code_departement;code_academie;libelle_departement;libelle_academie;libelle_region;ministere_tutelle;libelle_nature;nom_circonscription;code_region;code_commune;code_nature;code_circonscription
        0220158C;Privé;Lannion;022;14;Côtes-d'Armor;Rennes;Bretagne;MEN;ECOLE MATERNELLE;"C; 1";53;22113;101;0220999A
        0010024W;Public;Fort-de-France;972;31;Martinique;Martinique;Martinique;MEN;COLLEGE;;02;97209;340;
        7200001A;Public;Bastia;02B;27;Haute-Corse;Corse;Corse;MAA;LYCEE AGRICOLE;;;;306;
        9740001A;Public;Nouméa;988;40;Nouvelle-Calédonie;Nouvelle-Calédonie;;MEN;COLLEGE;;00;98818;340;

        """;

    /// <summary>The same, read by the engine.</summary>
    public static Annuaire Annuaire { get; } = Read();

    private static Annuaire Read()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, AnnuaireCsv);
            return Annuaire.ReadAsync(file).GetAwaiter().GetResult();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
