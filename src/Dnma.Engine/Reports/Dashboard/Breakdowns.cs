namespace Dnma.Engine.Reports.Dashboard;

/// <summary>How much of a list stands on the page.</summary>
internal static class Breakdowns
{
    /// <summary>No more findings and files than this are shown.</summary>
    public const int MostRows = 200;

    /// <summary>The note that says how many rows are not shown, if any.</summary>
    public static IEnumerable<string> Hidden(int count, string what, string file) =>
        count <= MostRows ? [] : [$"Les {MostRows} premières lignes sur {FrenchFormat.Count(count)} {what} ; toutes sont dans {file}."];
}
