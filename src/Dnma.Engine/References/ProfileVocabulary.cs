using Dnma.Engine.Hits;

namespace Dnma.Engine.References;

/// <summary>
/// The spellings of a user's profile (domain §4): the canonical codes and the SmartTag names, the names and ids of the 2012 guide, and
/// Matomo's. Ignores case, accents and the white space around. Thread safe; parsing allocates nothing.
/// </summary>
public static class ProfileVocabulary
{
    private static readonly TermTable<Profile> Terms = new(
        "profile-vocabulary/1",
        [
            // The canonical codes, which SmartTag writes in capitals (domain §4.2).
            ("inconnu", Profile.Inconnu),
            ("eleve", Profile.Eleve),
            ("enseignant", Profile.Enseignant),
            ("parent", Profile.Parent),
            ("admin_vie_scol_tech", Profile.AdminVieScolTech),
            ("autre", Profile.Autre),
            ("collectivite", Profile.Collectivite),

            // The 2012 guide (domain §4.1), whose 5 was never given out.
            ("1", Profile.Eleve),
            ("2", Profile.Enseignant),
            ("3", Profile.Parent),
            ("4", Profile.AdminVieScolTech),
            ("6", Profile.Autre),
            ("7", Profile.Collectivite),
            ("eleves", Profile.Eleve),
            ("enseignants", Profile.Enseignant),
            ("parents", Profile.Parent),
            ("administratif/vie scolaire/technique", Profile.AdminVieScolTech),
            ("autres", Profile.Autre),
            ("collectivites", Profile.Collectivite),

            // Matomo's first dimension (domain §4.4).
            ("student", Profile.Eleve),
            ("teacher", Profile.Enseignant),
            ("relative", Profile.Parent),
            ("personnel", Profile.AdminVieScolTech),
            ("guest", Profile.Autre),
        ],
        ProfileCodes.Code);

    /// <summary>Of the content; changes whenever a spelling or its meaning does.</summary>
    public static string Version => "1";

    /// <summary>SHA-256 of the content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public static string Digest => Terms.Digest;

    /// <summary>Reads a profile.</summary>
    /// <param name="text">The text as UTF-8, not necessarily valid.</param>
    /// <param name="profile">The profile; <see cref="Profile.Inconnu"/> when the text is empty or unknown.</param>
    /// <returns>Whether the vocabulary knows the text. False for an empty one too: use <see cref="LabelText.Trim"/> to tell "none" from "unknown".</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out Profile profile) => Terms.TryFind(text, out profile);
}
