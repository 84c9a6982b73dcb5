using Dnma.Engine.Hits;

namespace Dnma.Engine.Study2022.Logs;

/// <summary>How tags spell a profile (domain §4.1, §4.2, §4.4).</summary>
/// <param name="SmartTag">The property PROFIL.</param>
/// <param name="Number">The category <c>ac</c>.</param>
/// <param name="Matomo">The dimension of a Matomo site.</param>
internal sealed record TagWords(string SmartTag, int Number, string Matomo)
{
    /// <summary>The words of a profile.</summary>
    public static TagWords Of(Profile profile) => profile switch
    {
        Profile.Eleve => new("ELEVE", 1, "Student"),
        Profile.Enseignant => new("ENSEIGNANT", 2, "Teacher"),
        Profile.Parent => new("PARENT", 3, "Relative"),
        _ => new("ADMIN_VIE_SCOL_TECH", 4, "Personnel"),
    };
}
