using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Reports;

/// <summary>Labels of modalities: both languages know the same codes, and what they do not know is made fit to be shown.</summary>
public class ModalityLabelsTest
{
    /// <summary>The published codes (domain §4.3, §5; design §6).</summary>
    public static TheoryData<string, string> Published() => new()
    {
        { "profile", "eleve enseignant parent admin_vie_scol_tech autre collectivite" },
        { "device", "ordinateur smartphone tablette autreappareil" },
        { "os", "android windows ios macos chromeos linux autreos" },
        { "browser", "chromemobile safari chrome firefox edge samsungbrowser opera huaweibrowser miuibrowser autrenavigateur" },
        { "school-level", "1d 2d" },
        { "type", "natif tiers" },
        { "connected-object", "speaker display fridge car tv console wearable aucun" },
        {
            "service",
            "accueil actualites cahier_textes cahier_liaison courrier_electronique messagerie_instantanee visioconference stockage_partage production_collaborative documentation_cdi parcours_pedagogique "
            + "reservation_salles_materiels service_collectivite services_vie_scolaire gestion_temps absences gestion_competences notes manuel_numerique ressource_multimedia ressource_orientation "
            + "ressource_production ressource_accompagnement_entrainement ressource_reference_dictionnaire ressource_documentaire page_ent"
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_published_code_has_a_label_of_its_own_in_both_languages(string dimension, string codes)
    {
        var shipped = Dimension.Shipped.Single(one => one.Code == dimension);
        foreach (var language in Enum.GetValues<LabelLanguage>())
        {
            var labels = codes.Split(' ').Select(code => ModalityLabels.Of(shipped, code, language)).ToArray();
            Assert.Equal(labels.Length, labels.Distinct().Count());
            Assert.All(labels.Zip(codes.Split(' ')), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Theory]
    [InlineData("profile", "eleve", "Élèves", "Pupils")]
    [InlineData("service", "notes", "Notes", "Marks")]
    [InlineData("profile", "inconnu", "Inconnu", "Unknown")]
    [InlineData("tool", "notes", "notes", "notes")]
    [InlineData("service", "a\u202Eb\n", "a\uFFFDb\uFFFD", "a\uFFFDb\uFFFD")]
    public void Labels(string dimension, string code, string french, string english)
    {
        var shipped = Dimension.Shipped.Single(one => one.Code == dimension);
        Assert.Equal((french, english), (ModalityLabels.Of(shipped, code, LabelLanguage.French), ModalityLabels.Of(shipped, code, LabelLanguage.English)));
    }
}
