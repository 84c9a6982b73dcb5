using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Allocations;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

/// <summary>Expected values: the tables of domain §4.1–4.4.</summary>
public class VocabularyTests
{
    [Theory]
    [InlineData("1", Profile.Eleve)]
    [InlineData("2", Profile.Enseignant)]
    [InlineData("3", Profile.Parent)]
    [InlineData("4", Profile.AdminVieScolTech)]
    [InlineData("6", Profile.Autre)]
    [InlineData("7", Profile.Collectivite)]
    [InlineData("ELEVE", Profile.Eleve)]
    [InlineData("ENSEIGNANT", Profile.Enseignant)]
    [InlineData("PARENT", Profile.Parent)]
    [InlineData("ADMIN_VIE_SCOL_TECH", Profile.AdminVieScolTech)]
    [InlineData("AUTRE", Profile.Autre)]
    [InlineData("collectivite", Profile.Collectivite)]
    [InlineData("collectivités", Profile.Collectivite)]
    [InlineData("inconnu", Profile.Inconnu)]
    [InlineData("Student", Profile.Eleve)]
    [InlineData("Teacher", Profile.Enseignant)]
    [InlineData("Relative", Profile.Parent)]
    [InlineData("Personnel", Profile.AdminVieScolTech)]
    [InlineData("Guest", Profile.Autre)]
    [InlineData("élève", Profile.Eleve)]
    [InlineData("ÉLÈVE", Profile.Eleve)]
    [InlineData("e\u0301le\u0300ve", Profile.Eleve)]
    [InlineData(" Élèves ", Profile.Eleve)]
    [InlineData("administratif/vie scolaire/technique", Profile.AdminVieScolTech)]
    public void Profiles_are_read_in_every_spelling(string text, Profile expected)
    {
        Assert.True(ProfileVocabulary.TryParse(Encoding.UTF8.GetBytes(text), out var profile));
        Assert.Equal(expected, profile);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("eleve2")]
    [InlineData("el\u0000eve")]
    [InlineData("eléve\u4E00")]
    public void Other_profiles_are_unknown(string text)
    {
        Assert.False(ProfileVocabulary.TryParse(Encoding.UTF8.GetBytes(text), out var profile));
        Assert.Equal(Profile.Inconnu, profile);
    }

    [Fact]
    public void Invalid_utf8_is_no_profile() => Assert.False(ProfileVocabulary.TryParse([0xC3, (byte)'l', (byte)'e', 0xFF], out _));

    [Fact]
    public void The_published_services_are_the_25_in_the_order_of_the_columns() =>
        Assert.Equal(
            """
            accueil, actualites, cahier_textes, cahier_liaison, courrier_electronique, messagerie_instantanee, visioconference, stockage_partage,
            production_collaborative, documentation_cdi, parcours_pedagogique, reservation_salles_materiels, service_collectivite, services_vie_scolaire,
            gestion_temps, absences, gestion_competences, notes, manuel_numerique, ressource_multimedia, ressource_orientation, ressource_production,
            ressource_accompagnement_entrainement, ressource_reference_dictionnaire, ressource_documentaire
            """.ReplaceLineEndings(" ").Split(',', StringSplitOptions.TrimEntries),
            ServiceVocabulary.Published);

    [Fact]
    public void Every_published_service_is_read_in_any_case()
    {
        Assert.Equal(25, ServiceVocabulary.Published.Count);
        foreach (var code in ServiceVocabulary.Published)
        {
            Assert.True(ServiceVocabulary.IsPublished(code));
            Assert.Equal((code, true), Canonical(code));
            Assert.Equal((code, true), Canonical($" {code.ToUpperInvariant()} "));
        }

        Assert.False(ServiceVocabulary.IsPublished("page_ent"));
        Assert.False(ServiceVocabulary.IsPublished("NOTES"));
        Assert.False(ServiceVocabulary.IsPublished("inconnu"));
    }

    [Theory]
    [InlineData("1", "Stockage_Partage", "stockage_partage")]
    [InlineData("2", "Travail_Collaboratif", "production_collaborative")]
    [InlineData("3", "Notes", "notes")]
    [InlineData("4", "Absences", "absences")]
    [InlineData("5", "Services_Vie_Scolaire", "services_vie_scolaire")]
    [InlineData("6", "Gestion_Competences", "gestion_competences")]
    [InlineData("7", "Gestion_Temps", "gestion_temps")]
    [InlineData("9", "Cahier_Textes", "cahier_textes")]
    [InlineData("10", "Courrier_Electronique", "courrier_electronique")]
    [InlineData("11", "Actualites", "actualites")]
    [InlineData("12", "Reservation_Ressources", "reservation_salles_materiels")]
    [InlineData("13", "Ressources_En_Ligne", "ressource_documentaire")]
    [InlineData("15", "Documentation_CDI", "documentation_cdi")]
    [InlineData("16", "Orientation", "ressource_orientation")]
    [InlineData("17", "Parcours_Pedagogiques", "parcours_pedagogique")]
    [InlineData("18", "Services_Collectivites", "service_collectivite")]
    [InlineData("19", "Visioconference", "visioconference")]
    public void The_services_of_2012_become_those_of_today(string id, string name, string code)
    {
        Assert.Equal((code, true), Canonical(id));
        Assert.Equal((code, true), Canonical(name));
        Assert.Equal((code, true), Canonical(name.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("Page_ENT", "page_ent")]
    [InlineData("PAGE_ENT", "page_ent")]
    [InlineData("Actualités", "actualites")]
    [InlineData("Visioconférence", "visioconference")]
    public void Other_known_spellings(string text, string code) => Assert.Equal((code, true), Canonical(text));

    [Theory]
    [InlineData("8", "8")]
    [InlineData("14", "14")]
    [InlineData("20", "20")]
    [InlineData(" Mon Service À Moi ", "mon service à moi")]
    [InlineData("CAHIER-TEXTES", "cahier-textes")]
    [InlineData("ŒUVRES", "œuvres")]
    [InlineData("ΔΟΚΙΜΗ", "δοκιμη")]
    [InlineData("\u0130stanbul", "istanbul")]
    [InlineData("a\u0000b\u007Fc\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    [InlineData("Inconnu", "")]
    public void Unknown_services_keep_their_label_in_lower_case(string text, string label) => Assert.Equal((label, false), Canonical(text));

    [Theory]
    [InlineData("NATIF", "natif", true)]
    [InlineData("Tiers ", "tiers", true)]
    [InlineData("AUTRE", "autre", false)]
    [InlineData("", "", false)]
    public void Types_are_native_or_third_party(string text, string label, bool known)
    {
        Span<byte> destination = stackalloc byte[LabelText.MaxBytes];
        Assert.Equal(known, HitTypeVocabulary.TryCanonicalize(Encoding.UTF8.GetBytes(text), destination, out var written));
        Assert.Equal(label, Encoding.UTF8.GetString(destination[..written]));
    }

    [Property]
    public bool Canonical_services_are_canonical(byte[] bytes)
    {
        Span<byte> once = stackalloc byte[LabelText.MaxBytes];
        Span<byte> twice = stackalloc byte[LabelText.MaxBytes];
        var known = ServiceVocabulary.TryCanonicalize(bytes, once, out var length);
        var knownAgain = ServiceVocabulary.TryCanonicalize(once[..length], twice, out var lengthAgain);
        return known == knownAgain && once[..length].SequenceEqual(twice[..lengthAgain]);
    }

    [Fact]
    public void Parsing_allocates_nothing()
    {
        var destination = new byte[LabelText.MaxBytes];
        Assert.Equal(0, SteadyAllocation.Of(() =>
        {
            for (var round = 0; round < 1000; round++)
            {
                _ = ProfileVocabulary.TryParse("ÉLÈVE"u8, out _);
                ServiceVocabulary.TryCanonicalize("Cahier_Textes"u8, destination, out _);
                ServiceVocabulary.TryCanonicalize("Inédit À Part"u8, destination, out _);
            }
        }));
    }

    [Fact]
    public void Digests_name_the_content()
    {
        string[] digests = [ProfileVocabulary.Digest, ServiceVocabulary.Digest, HitTypeVocabulary.Digest, Territories.Digest];
        Assert.All(digests, digest => Assert.Matches("^[0-9a-f]{64}$", digest));
        Assert.Equal(4, digests.Distinct().Count());

        // printf 'type-vocabulary/1\nnatif=natif\ntiers=tiers\n' | sha256sum
        Assert.Equal("abc5a5bd521d9f76f76ff10316b0c3200a0b654e0b6fbec5dd8fa261350226f8", HitTypeVocabulary.Digest);
    }

    private static (string Label, bool Known) Canonical(string text)
    {
        Span<byte> destination = stackalloc byte[LabelText.MaxBytes];
        var known = ServiceVocabulary.TryCanonicalize(Encoding.UTF8.GetBytes(text), destination, out var written);
        return (Encoding.UTF8.GetString(destination[..written]), known);
    }
}
