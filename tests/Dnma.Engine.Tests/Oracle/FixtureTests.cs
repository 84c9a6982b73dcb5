using System.IO.Compression;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>
/// What is committed under <c>data/fixtures</c> is what the generator and the oracle give today. With <c>DNMA_REGENERATE=1</c> in the
/// environment these tests write the files instead.
/// </summary>
public class FixtureTests
{
    private static readonly bool Regenerates = Environment.GetEnvironmentVariable("DNMA_REGENERATE") == "1";

    public static TheoryData<string> Ids => [.. FixtureSpecs.All.Select(spec => spec.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Committed_files_are_what_generator_and_oracle_give(string id)
    {
        var spec = FixtureSpecs.All.Single(s => s.Id == id);
        Directory.CreateDirectory(spec.Folder);
        foreach (var (name, bytes) in spec.Generate?.Invoke() ?? [])
        {
            Check(spec, name, bytes);
        }

        foreach (var (name, text) in References(spec).Concat(spec.Expected()))
        {
            Check(spec, name, System.Text.Encoding.UTF8.GetBytes(text));
        }

        if (Regenerates)
        {
            return;
        }

        var known = spec.Inputs.Concat(References(spec).Keys).Concat(spec.Expected().Keys).Append("canonical.csv").ToHashSet();
        var found = Directory.EnumerateFiles(spec.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(spec.Folder, f).Replace('\\', '/'));
        Assert.All(found, f => Assert.Contains(f, known));
    }

    [Fact]
    public void Manifest_lists_every_fixture_with_its_digests()
    {
        if (Regenerates)
        {
            foreach (var spec in FixtureSpecs.All)
            {
                Committed_files_are_what_generator_and_oracle_give(spec.Id);
            }

            File.WriteAllText(FixtureCatalogue.ManifestPath, FixtureCatalogue.Write(FixtureSpecs.All.Select(s => s.Describe())));
        }

        Assert.Equal(FixtureCatalogue.Write(FixtureSpecs.All.Select(s => s.Describe())), File.ReadAllText(FixtureCatalogue.ManifestPath));
        Assert.Equal(FixtureSpecs.All.Count, FixtureCatalogue.All().Count);
    }

    [Fact]
    public void Every_folder_is_in_the_manifest()
    {
        var folders = Directory.EnumerateDirectories(FixtureCatalogue.Root).SelectMany(Directory.EnumerateDirectories)
            .Select(f => Path.GetRelativePath(FixtureCatalogue.Root, f).Replace('\\', '/'));
        Assert.Equal(FixtureSpecs.All.Select(s => s.Id).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Forms_that_tell_the_same_give_the_same_figures()
    {
        string Figures(string form) => FixtureSpecs.All.Single(s => s.Id == $"ingest/demo-{form}").Expected()["dnma/expected-indicators.csv"];
        Assert.All(["smarttag-vhost", "smarttag-iis", "smarttag-cloudfront", "smarttag-nginx", "smarttag-caddy", "smarttag-traefik", "csv", "csv-semicolon", "tsv", "ndjson"], form => Assert.Equal(Figures("smarttag-log"), Figures(form)));
        Assert.Equal(Figures("smarttag-common"), Figures("smarttag-query"));
        Assert.NotEqual(Figures("smarttag-log"), Figures("smarttag-common"));
        Assert.Equal(Figures("matomo-log"), Figures("matomo-bulk"));
        Assert.Equal(Figures("matomo-log"), Figures("matomo-tables"));
    }

    private static Dictionary<string, string> References(FixtureSpec spec)
    {
        var files = new Dictionary<string, string>();
        if (spec.Annuaire != "")
        {
            files["annuaire.csv"] = spec.Annuaire;
        }

        if (spec.Structures != "")
        {
            files["structures.csv"] = spec.Structures;
        }

        return files;
    }

    private static void Check(FixtureSpec spec, string name, byte[] bytes)
    {
        var path = Path.Combine(spec.Folder, name);
        var isGzip = name.EndsWith(".gz", StringComparison.Ordinal);
        if (Regenerates && !(File.Exists(path) && Content(path, isGzip).AsSpan().SequenceEqual(bytes)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            using Stream target = isGzip ? new GZipStream(file, CompressionLevel.SmallestSize) : file;
            target.Write(bytes);
            return;
        }

        Assert.True(Content(path, isGzip).AsSpan().SequenceEqual(bytes), $"{spec.Id}/{name} differs: look at the change, then regenerate with DNMA_REGENERATE=1");
    }

    /// <summary>Decompressed: a compressor may change, what it holds may not.</summary>
    private static byte[] Content(string path, bool isGzip)
    {
        using var file = File.OpenRead(path);
        using Stream source = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var content = new MemoryStream();
        source.CopyTo(content);
        return content.ToArray();
    }
}
