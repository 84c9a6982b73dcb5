using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Reports;

/// <summary>The headers, typed out column by column from the publisher's schemas (domain §5).</summary>
public class OpenDataSchemaTests
{
    private const string Profiles =
        "debutSemaine;UAI;académie;commune;département;région;ministère;circonscription;nature_uai;secteur;"
        + "visites_globales;utilisateurs_globales;duree_globales;"
        + "visites_eleve;utilisateurs_eleve;duree_eleve;"
        + "visites_parent;utilisateurs_parent;duree_parent;"
        + "visites_enseignant;utilisateurs_enseignant;duree_enseignant;"
        + "visites_admin_vie_scol_tech;utilisateurs_admin_vie_scol_tech;duree_admin_vie_scol_tech";

    private const string Services =
        "debutSemaine;UAI;"
        + "visites_accueil;utilisateurs_accueil;duree_accueil;"
        + "visites_actualites;utilisateurs_actualites;duree_actualites;"
        + "visites_cahier_textes;utilisateurs_cahier_textes;duree_cahier_textes;"
        + "visites_cahier_liaison;utilisateurs_cahier_liaison;duree_cahier_liaison;"
        + "visites_courrier_electronique;utilisateurs_courrier_electronique;duree_courrier_electronique;"
        + "visites_messagerie_instantanee;utilisateurs_messagerie_instantanee;duree_messagerie_instantanee;"
        + "visites_visioconference;utilisateurs_visioconference;duree_visioconference;"
        + "visites_stockage_partage;utilisateurs_stockage_partage;duree_stockage_partage;"
        + "visites_production_collaborative;utilisateurs_production_collaborative;duree_production_collaborative;"
        + "visites_documentation_cdi;utilisateurs_documentation_cdi;duree_documentation_cdi;"
        + "visites_parcours_pedagogique;utilisateurs_parcours_pedagogique;duree_parcours_pedagogique;"
        + "visites_reservation_salles_materiels;utilisateurs_reservation_salles_materiels;duree_reservation_salles_materiels;"
        + "visites_service_collectivite;utilisateurs_service_collectivite;duree_service_collectivite;"
        + "visites_services_vie_scolaire;utilisateurs_services_vie_scolaire;duree_services_vie_scolaire;"
        + "visites_gestion_temps;utilisateurs_gestion_temps;duree_gestion_temps;"
        + "visites_absences;utilisateurs_absences;duree_absences;"
        + "visites_gestion_competences;utilisateurs_gestion_competences;duree_gestion_competences;"
        + "visites_notes;utilisateurs_notes;duree_notes;"
        + "visites_manuel_numerique;utilisateurs_manuel_numerique;duree_manuel_numerique;"
        + "visites_ressource_multimedia;utilisateurs_ressource_multimedia;duree_ressource_multimedia;"
        + "visites_ressource_orientation;utilisateurs_ressource_orientation;duree_ressource_orientation;"
        + "visites_ressource_production;utilisateurs_ressource_production;duree_ressource_production;"
        + "visites_ressource_accompagnement_entrainement;utilisateurs_ressource_accompagnement_entrainement;duree_ressource_accompagnement_entrainement;"
        + "visites_ressource_reference_dictionnaire;utilisateurs_ressource_reference_dictionnaire;duree_ressource_reference_dictionnaire;"
        + "visites_ressource_documentaire;utilisateurs_ressource_documentaire;duree_ressource_documentaire;"
        + "académie;commune;département;région;ministère;circonscription;nature_uai;secteur";

    private const string Devices =
        "debutSemaine;UAI;académie;commune;département;région;ministère;circonscription;nature_uai;secteur;"
        + "visites_ordinateur;utilisateurs_ordinateur;duree_ordinateur;"
        + "visites_smartphone;utilisateurs_smartphone;duree_smartphone;"
        + "visites_tablette;utilisateurs_tablette;duree_tablette;"
        + "visites_autreappareil;utilisateurs_autreAppareil;duree_autreAppareil;"
        + "visites_android;utilisateurs_android;duree_android;"
        + "visites_windows;utilisateurs_windows;duree_windows;"
        + "visites_ios;utilisateurs_ios;duree_ios;"
        + "visites_macos;utilisateurs_macos;duree_macos;"
        + "visites_chromeos;utilisateurs_chromeos;duree_chromeos;"
        + "visites_linux;utilisateurs_linux;duree_linux;"
        + "visites_autreOS;utilisateurs_autreOS;duree_autreOS;"
        + "visites_chromeMobile;utilisateurs_chromeMobile;duree_chromeMobile;"
        + "visites_safari;utilisateurs_safari;duree_safari;"
        + "visites_chrome;utilisateurs_chrome;duree_chrome;"
        + "visites_firefox;utilisateurs_firefox;duree_firefox;"
        + "visites_edge;utilisateurs_edge;duree_edge;"
        + "visites_samsungBrowser;utilisateurs_samsungBrowser;duree_samsungBrowser;"
        + "visites_opera;utilisateurs_opera;duree_opera;"
        + "visites_huaweiBrowser;utilisateurs_huaweiBrowser;duree_huaweiBrowser;"
        + "visites_miuiBrowser;utilisateurs_miuiBrowser;duree_miuiBrowser;"
        + "visites_autreNavigateur;utilisateurs_autreNavigateur;duree_autreNavigateur";

    private const string ProfilesDevices =
        "debutSemaine;UAI;académie;commune;département;région;ministère;circonscription;nature_uai;secteur;"
        + "visites_eleve_ordinateur;utilisateurs_eleve_ordinateur;duree_eleve_ordinateur;"
        + "visites_eleve_smartphone;utilisateurs_eleve_smartphone;duree_eleve_smartphone;"
        + "visites_eleve_tablette;utilisateurs_eleve_tablette;duree_eleve_tablette;"
        + "visites_eleve_autresappareil;utilisateurs_eleve_autresappareil;duree_eleve_autresappareil;"
        + "visites_parent_ordinateur;utilisateurs_parent_ordinateur;duree_parent_ordinateur;"
        + "visites_parent_smartphone;utilisateurs_parent_smartphone;duree_parent_smartphone;"
        + "visites_parent_tablette;utilisateurs_parent_tablette;duree_parent_tablette;"
        + "visites_parent_autresappareil;utilisateurs_parent_autresappareil;duree_parent_autresappareil;"
        + "visites_enseignant_ordinateur;utilisateurs_enseignant_ordinateur;duree_enseignant_ordinateur;"
        + "visites_enseignant_smartphone;utilisateurs_enseignant_smartphone;duree_enseignant_smartphone;"
        + "visites_enseignant_tablette;utilisateurs_enseignant_tablette;duree_enseignant_tablette;"
        + "visites_enseignant_autresappareil;utilisateurs_enseignant_autresappareil;duree_enseignant_autresappareil;"
        + "visites_admin_vie_scol_tech_ordinateur;utilisateurs_admin_vie_scol_tech_ordinateur;duree_admin_vie_scol_tech_ordinateur;"
        + "visites_admin_vie_scol_tech_smartphone;utilisateurs_admin_vie_scol_tech_smartphone;duree_admin_vie_scol_tech_smartphone;"
        + "visites_admin_vie_scol_tech_tablette;utilisateurs_admin_vie_scol_tech_tablette;duree_admin_vie_scol_tech_tablette;"
        + "visites_admin_vie_scol_tech_autresappareil;utilisateurs_admin_vie_scol_tech_autresappareil;duree_admin_vie_scol_tech_autresappareil";

    public static TheoryData<string, string, string, int> Published => new()
    {
        { "profils", "fr-en-dnma-par-uai-profils.csv", Profiles, 25 },
        { "services", "fr-en-dnma-par-uai-services.csv", Services, 85 },
        { "appareils", "fr-en-dnma-par-uai-appareils.csv", Devices, 73 },
        { "profils-appareils", "fr-en-dnma-par-uai-profils-appareils.csv", ProfilesDevices, 58 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Columns_Are_The_Published_Ones(string code, string fileName, string header, int columns)
    {
        var set = OpenDataSet.All.Single(candidate => candidate.Code == code);
        Assert.Equal(fileName, set.FileName);
        Assert.Equal(header.Split(';'), set.ColumnNames);
        Assert.Equal(columns, set.ColumnNames.Count);
        Assert.Equal(columns, set.ColumnNames.Distinct(StringComparer.OrdinalIgnoreCase).Count()); // SQL names know no case
    }

    [Fact]
    public void There_Are_Four_Sets() => Assert.Equal(4, OpenDataSet.All.Count);
}
