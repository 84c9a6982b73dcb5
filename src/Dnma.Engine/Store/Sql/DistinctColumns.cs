namespace Dnma.Engine.Store.Sql;

/// <summary>Which columns hold distinct users, that never add up: by name, since answers to queries and published tables have nothing else.</summary>
internal static class DistinctColumns
{
    private const string Indicators = "users";
    private const string OpenData = "utilisateurs_";

    /// <summary>Whether a column does; in any case, as SQL has it.</summary>
    public static bool Contain(string name) =>
        name.Equals(Indicators, StringComparison.OrdinalIgnoreCase) || name.StartsWith(OpenData, StringComparison.OrdinalIgnoreCase);
}
