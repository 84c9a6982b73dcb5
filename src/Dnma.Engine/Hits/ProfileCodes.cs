namespace Dnma.Engine.Hits;

/// <summary>The codes under which profiles are published. Thread safe.</summary>
public static class ProfileCodes
{
    private static readonly string[] Codes = ["inconnu", "eleve", "enseignant", "parent", "admin_vie_scol_tech", "autre", "collectivite"];

    /// <summary>How many profiles there are, <see cref="Profile.Inconnu"/> included.</summary>
    public static int Count => Codes.Length;

    /// <summary>The published code, for example <c>eleve</c>.</summary>
    public static string Code(this Profile profile) => Codes[(int)profile];
}
