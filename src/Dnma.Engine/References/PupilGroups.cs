namespace Dnma.Engine.References;

/// <summary>The pupils that a row of a school calendar is about.</summary>
[Flags]
internal enum PupilGroups : byte
{
    /// <summary>None: teachers, or an island that is not the zone.</summary>
    None = 0,

    /// <summary>Of écoles.</summary>
    Ecole = 1,

    /// <summary>Of collèges.</summary>
    College = 2,

    /// <summary>Of lycées.</summary>
    Lycee = 4,

    /// <summary>All of them.</summary>
    All = Ecole | College | Lycee,
}
