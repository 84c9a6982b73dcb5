namespace Dnma.Engine.Hits;

/// <summary>Where a hit or a visit belongs: codes in <see cref="HitDictionaries"/>, 0 where it names none. A value, thread safe.</summary>
/// <param name="Establishment">The UAI.</param>
/// <param name="Project">The ENT project.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Operator">The operator; 0 as well where <see cref="HitDictionaries.KeepsOperators"/> is not set.</param>
/// <param name="Collectivity">The collectivity or site; 0 as well where <see cref="HitDictionaries.KeepsCollectivities"/> is not set.</param>
public readonly record struct Place(int Establishment, int Project, int Platform, int Operator = 0, int Collectivity = 0)
{
    /// <summary>This place, and of another one what this lacks.</summary>
    /// <param name="other">The other one.</param>
    public Place Or(Place other) => new(
        Establishment != 0 ? Establishment : other.Establishment,
        Project != 0 ? Project : other.Project,
        Platform != 0 ? Platform : other.Platform,
        Operator != 0 ? Operator : other.Operator,
        Collectivity != 0 ? Collectivity : other.Collectivity);

    /// <summary>The same without operator and collectivity.</summary>
    internal Place WithoutAuthorities() => new(Establishment, Project, Platform);
}
