using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Tests.Ingest;

public sealed class HitLogTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hitlog").FullName;

    public HitLogTests()
    {
        foreach (var path in new[] { "b.log", "a/2.log", "a/1.log", "a/deep/x.gz", "a.d/z.log", ".hidden.log", ".git/c.log", "a/.h/d.log", "lit[1].log" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(_root, path))!);
            File.WriteAllText(Path.Join(_root, path), "");
        }

        Directory.CreateDirectory(Path.Join(_root, "empty/.only"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_is_read_recursively_in_ordinal_order_without_hidden_files() =>
        Assert.Equal(["a.d/z.log", "a/1.log", "a/2.log", "a/deep/x.gz", "b.log", "lit[1].log"], Names(""));

    [Theory]
    [InlineData("a/*.log", new[] { "a/1.log", "a/2.log" })]
    [InlineData("*.log", new[] { "b.log", "lit[1].log" })]
    [InlineData("**/*.log", new[] { "a.d/z.log", "a/1.log", "a/2.log", "b.log", "lit[1].log" })]
    [InlineData("a/**", new[] { "a/1.log", "a/2.log", "a/deep/x.gz" })]
    [InlineData("**/**/x.gz", new[] { "a/deep/x.gz" })]
    [InlineData("*/[1]*", new[] { "a/1.log" })]
    [InlineData("a*", new[] { "a/1.log", "a/2.log", "a/deep/x.gz", "a.d/z.log" })]
    [InlineData(".h*.log", new[] { ".hidden.log" })]
    [InlineData("a/../b.lo?", new[] { "a/../b.log" })]
    [InlineData("lit[1].log", new[] { "lit[1].log" })]
    [InlineData(".hidden.log", new[] { ".hidden.log" })]
    public void Globs_and_files_are_found(string path, string[] expected) => Assert.Equal(expected, Names(path));

    [Fact]
    public void The_same_file_is_read_once_at_its_first_place()
    {
        File.CreateSymbolicLink(Path.Join(_root, "current"), Path.Join(_root, "b.log"));
        Assert.Equal(["a/2.log", "a/1.log", "a/deep/x.gz", "b.log"], Names("a/2.log", "a", "a/../a/1.log", "b.log", "*/../b.log", "current"));
    }

    [Fact]
    public void A_linked_folder_is_followed_only_when_named()
    {
        Directory.CreateSymbolicLink(Path.Join(_root, "a/loop"), _root);
        Directory.CreateSymbolicLink(Path.Join(_root, "link"), Path.Join(_root, "a.d"));
        Assert.Equal(["a/1.log", "a/2.log", "a/deep/x.gz"], Names("a"));
        Assert.Equal(["a/1.log", "a/2.log", "a/deep/x.gz"], Names("a/**"));
        Assert.Equal(["link/z.log"], Names("link"));
    }

    [Theory]
    [InlineData("missing.log", "no such file")]
    [InlineData("*.parquet", "no file matches")]
    [InlineData("nowhere/*.log", "no file matches")]
    [InlineData("empty", "holds no file")]
    public void What_leads_to_no_file_is_an_error_that_names_it(string path, string problem)
    {
        var error = Assert.Throws<EngineException>(() => Names(path));
        Assert.Equal((ErrorId.UnreadableInput, Path.Join(_root, path)), (error.Id, error.Subject));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_format_asked_for_is_kept_in_a_copy()
    {
        var log = HitLog.Files("x");
        Assert.Equal(HitFormat.Matomo, log.As(HitFormat.Matomo).Format);
        Assert.Equal(HitFormat.Auto, log.Format);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentNullException>(() => HitLog.Files((string[])null!));
        Assert.Throws<ArgumentNullException>(() => HitLog.Files("a", null!));
        Assert.Throws<ArgumentException>(() => HitLog.Stream("", new MemoryStream()));
        Assert.Throws<ArgumentNullException>(() => HitLog.Stream("x", null!));
    }

    private string[] Names(params string[] paths) =>
        [.. HitLog.Files(paths.Select(path => Path.Join(_root, path))).Resolve().Select(input => input.Name[(_root.Length + 1)..])];
}
