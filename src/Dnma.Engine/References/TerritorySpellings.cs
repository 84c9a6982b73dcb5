namespace Dnma.Engine.References;

/// <summary>How territories are written: spellings that published files have beside the official names, and codes as files pad or cut them.</summary>
internal static class TerritorySpellings
{
    private static readonly string[] AcademyPrefixes = ["academie de la ", "academie de l'", "academie de ", "academie d'", "region academique "];

    /// <summary>Spellings that differ from the name by more than accents, case, hyphens and apostrophes.</summary>
    public static IReadOnlyList<(TerritoryKind Kind, string Spelling, string Code)> Others { get; } = Array.AsReadOnly(
    [
        (TerritoryKind.State, "national", "FR"),
        (TerritoryKind.Region, "Réunion", "04"),
        (TerritoryKind.Region, "Centre", "24"),
        (TerritoryKind.Region, "PACA", "93"),
        (TerritoryKind.Academy, "Réunion", "28"),
        (TerritoryKind.Academy, "Polynésie", "41"),
        (TerritoryKind.Academy, "Hors académie", "00"),
        (TerritoryKind.Department, "Réunion", "974"),
        (TerritoryKind.Department, "Polynésie", "987"),
        (TerritoryKind.Department, "Corse du Sud", "2A"),
    ]);

    /// <summary>What makes two spellings of a name the same.</summary>
    public static string Folded(string text) => ReferenceText.Folded(text.Replace('’', '\'').Replace('-', ' '));

    /// <summary>The name within a spelling such as <c>Académie d'Amiens</c>; null when there is no such prefix.</summary>
    public static string? WithoutPrefix(string folded) =>
        AcademyPrefixes.FirstOrDefault(prefix => folded.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? folded[prefix.Length..] : null;

    /// <summary>A code in its official form.</summary>
    public static string Code(TerritoryKind kind, string text) => kind switch
    {
        TerritoryKind.Region or TerritoryKind.Academy => ReferenceText.Code(text, 2),
        TerritoryKind.Department => ReferenceText.DepartmentCode(text),
        TerritoryKind.Commune => ReferenceText.Code(text, 5),
        _ => text.ToUpperInvariant(),
    };
}
