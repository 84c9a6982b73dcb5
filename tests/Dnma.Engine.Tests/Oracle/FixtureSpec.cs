using System.Security.Cryptography;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>A fixture as the tests define it: where its hits come from, so that what it expects can be computed anew.</summary>
internal sealed record FixtureSpec(string Id, string Purpose)
{
    public string Made { get; init; } = "by hand";
    public string Form { get; init; } = "csv";
    public string[] Inputs { get; init; } = ["hits.csv"];
    public OracleNorm[] Norms { get; init; } = [OracleNorm.Dnma];
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public string Annuaire { get; init; } = "";
    public string Structures { get; init; } = "";

    /// <summary>Records that must be rejected, by <c>RejectReason</c>.</summary>
    public SortedDictionary<string, long> Rejects { get; init; } = [];

    /// <summary>Whether the four open-data files are expected too.</summary>
    public bool HasOpenData { get; init; }

    /// <summary>Makes the inputs of a generated fixture, uncompressed, by name; null: they are written by hand.</summary>
    public Func<Dictionary<string, byte[]>>? Generate { get; init; }

    /// <summary>The canonical hits in the inputs; null: those of <c>canonical.csv</c>, else of <c>hits.csv</c>.</summary>
    public Func<IEnumerable<OracleHit>>? Hits { get; init; }

    public string Folder => Path.Combine(FixtureCatalogue.Root, Id);

    private Dictionary<string, string>? _expected;

    /// <summary>Every expected file by its path in the folder; computed once.</summary>
    public Dictionary<string, string> Expected() => _expected ??= Compute();

    private Dictionary<string, string> Compute()
    {
        var hits = (Hits?.Invoke() ?? HandMade()).ToList();
        var references = new OracleReferences(Annuaire);
        var files = new Dictionary<string, string>();
        foreach (var norm in Norms)
        {
            var folder = norm.ToString().ToLowerInvariant();
            var (visits, excluded) = OracleVisits.Of(hits, norm);
            files[$"{folder}/expected-indicators.csv"] = Text([OracleIndicators.Header, .. OracleIndicators.Rows(visits, references, From, To)]);
            files[$"{folder}/expected-exclusions.csv"] = Text(["reason,count", .. excluded.Select(e => $"{e.Key},{e.Value}")]);
            files[$"{folder}/expected-rejects.csv"] = Text(["reason,count", .. Rejects.Select(e => $"{Kebab(e.Key)},{e.Value}").Order(StringComparer.Ordinal)]);
            foreach (var (name, lines) in HasOpenData ? OracleOpenData.Files(visits, references, From, To) : [])
            {
                files[$"{folder}/expected-{name}"] = Text(lines);
            }
        }

        return files;
    }

    /// <summary>The manifest's entry, from what is in the folder.</summary>
    public Fixture Describe()
    {
        var runs = Norms.Select(n => n.ToString().ToLowerInvariant())
            .Select(norm => new FixtureRun(norm, Expected().Keys.Where(f => f.StartsWith(norm + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Describe).ToList()));
        return new(
            Id,
            Id[..Id.IndexOf('/', StringComparison.Ordinal)],
            Purpose,
            Made,
            Form,
            Inputs.Select(Describe).ToList(),
            Annuaire == "" ? null : Describe("annuaire.csv"),
            Structures == "" ? null : Describe("structures.csv"),
            From is { } from ? OracleIndicators.Iso(from) : null,
            To is { } to ? OracleIndicators.Iso(to) : null,
            runs.ToList());
    }

    private IReadOnlyList<OracleHit> HandMade()
    {
        var canonical = Path.Combine(Folder, "canonical.csv");
        return OracleCsv.Hits(File.ReadAllText(File.Exists(canonical) ? canonical : Path.Combine(Folder, "hits.csv")));
    }

    private FixtureFile Describe(string file) => new(file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file)))));

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    /// <summary>The spelling of reasons in files: <c>BadInstant</c> is <c>bad-instant</c>.</summary>
    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? $"{(at > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
