namespace Dnma.Engine.Hits;

/// <summary>A user's profile. The codes that files use are in <see cref="ProfileCodes"/>.</summary>
public enum Profile : byte
{
    /// <summary>None given, or none that a vocabulary knows.</summary>
    Inconnu,

    /// <summary>A pupil.</summary>
    Eleve,

    /// <summary>A teacher.</summary>
    Enseignant,

    /// <summary>A pupil's parent or guardian.</summary>
    Parent,

    /// <summary>Administrative, school-life or technical staff.</summary>
    AdminVieScolTech,

    /// <summary>Anyone else.</summary>
    Autre,

    /// <summary>Staff of a local authority.</summary>
    Collectivite,
}
