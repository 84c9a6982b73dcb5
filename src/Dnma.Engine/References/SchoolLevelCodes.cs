namespace Dnma.Engine.References;

/// <summary>The codes under which school levels are published (design §6). Thread safe.</summary>
public static class SchoolLevelCodes
{
    private static readonly string[] Codes = ["inconnu", "1d", "2d"];

    /// <summary>The published code, for example <c>1d</c>.</summary>
    public static string Code(this SchoolLevel level) => Codes[(int)level];
}
