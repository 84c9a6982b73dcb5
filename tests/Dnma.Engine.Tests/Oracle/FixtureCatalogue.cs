using System.Text.Json;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>The committed fixtures, as <c>data/fixtures/manifest.json</c> lists them.</summary>
public static class FixtureCatalogue
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The folder <c>data/fixtures</c>.</summary>
    public static string Root { get; } = Path.Combine(FindSolution(), "data", "fixtures");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Fixture> All() => Read(File.ReadAllText(ManifestPath));

    /// <summary>One of them.</summary>
    public static Fixture Get(string id) => All().Single(f => f.Id == id);

    internal static string ManifestPath => Path.Combine(Root, "manifest.json");

    internal static string Write(IEnumerable<Fixture> fixtures) => JsonSerializer.Serialize(fixtures.OrderBy(f => f.Id, StringComparer.Ordinal), Json) + "\n";

    private static List<Fixture> Read(string json) => JsonSerializer.Deserialize<List<Fixture>>(json, Json)!;

    private static string FindSolution()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dnma.Engine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Dnma.Engine.sln is in no folder above the tests");
    }
}
