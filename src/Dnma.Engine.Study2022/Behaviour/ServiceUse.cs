using Dnma.Engine.Hits;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>How often a service is used, by profile.</summary>
/// <param name="Service">Its code (domain §4.3).</param>
/// <param name="Eleve">The share of pupils' visits that use it.</param>
/// <param name="Parent">The share of parents' visits.</param>
/// <param name="Enseignant">The share of teachers' visits.</param>
/// <param name="Staff">The share of the visits of administrative, school-life and technical staff.</param>
internal sealed record ServiceUse(string Service, double Eleve, double Parent, double Enseignant, double Staff)
{
    /// <summary>The third-party tool that serves it; empty for a native service.</summary>
    public string Tool { get; init; } = "";

    /// <summary>What all four shares are multiplied by.</summary>
    public double Level { get; init; } = 1;

    /// <summary>The share of a profile's visits that use it.</summary>
    public double ChanceOf(Profile profile) => Level * profile switch
    {
        Profile.Eleve => Eleve,
        Profile.Parent => Parent,
        Profile.Enseignant => Enseignant,
        _ => Staff,
    };
}
