using Dnma.Engine.Contracts;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Reports;

public sealed class AtomicFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dnma-atomic-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_Appear_Together_When_Published()
    {
        var target = Path.Combine(_folder, "new", "out");
        using var files = new AtomicFiles(target);
        files.Write("a.csv", stream => stream.WriteByte(1));
        files.Write("b.csv", stream => stream.WriteByte(2));
        Assert.False(File.Exists(Path.Combine(target, "a.csv")));
        files.Publish();
        Assert.Equal(["a.csv", "b.csv"], Names(target));
        Assert.Equal([2], File.ReadAllBytes(Path.Combine(target, "b.csv")));
    }

    [Fact]
    public void An_Earlier_Runs_Files_Are_Replaced_Whole()
    {
        File.WriteAllText(Path.Combine(_folder, "a.csv"), "a longer content than the new one");
        using (var files = new AtomicFiles(_folder))
        {
            files.Write("a.csv", stream => stream.WriteByte((byte)'x'));
            files.Publish();
        }

        Assert.Equal("x", File.ReadAllText(Path.Combine(_folder, "a.csv")));
        Assert.Equal(["a.csv"], Names(_folder));
    }

    [Fact]
    public void An_Error_Leaves_The_Earlier_Files_And_No_Temporary()
    {
        File.WriteAllText(Path.Combine(_folder, "a.csv"), "earlier");
        Assert.Throws<InvalidOperationException>(() =>
        {
            using var files = new AtomicFiles(_folder);
            files.Write("a.csv", stream => stream.WriteByte(1));
            files.Write("b.csv", _ => throw new InvalidOperationException());
        });
        Assert.Equal("earlier", File.ReadAllText(Path.Combine(_folder, "a.csv")));
        Assert.Equal(["a.csv"], Names(_folder));
    }

    [Fact]
    public void A_Full_Disk_Is_Told_With_The_Files_Name()
    {
        using var files = new AtomicFiles(_folder);
        AssertUnwritable("b.csv", () => files.Write("b.csv", _ => throw new IOException("No space left on device")));
    }

    [Fact]
    public void A_Folder_That_Cannot_Be_Made_Is_Told()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        AssertUnwritable("file", () => new AtomicFiles(Path.Combine(_folder, "file", "out")).Dispose());
    }

    [Fact]
    public void A_Name_That_Is_A_Folder_Is_Told_And_Cleaned_Up()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a.csv"));
        using (var files = new AtomicFiles(_folder))
        {
            files.Write("a.csv", stream => stream.WriteByte(1));
            AssertUnwritable("a.csv", files.Publish);
        }

        Assert.Empty(Names(_folder));
    }

    [Fact]
    public void A_Folder_That_Vanishes_Is_Told()
    {
        var target = Path.Combine(_folder, "out");
        using var files = new AtomicFiles(target);
        Directory.Delete(target);
        AssertUnwritable("a.csv", () => files.Write("a.csv", _ => { }));
    }

    [Fact]
    public void Two_Runs_Do_Not_Write_Into_Each_Other()
    {
        using var first = new AtomicFiles(_folder);
        using var second = new AtomicFiles(_folder);
        first.Write("a.csv", stream => stream.WriteByte((byte)'1'));
        second.Write("a.csv", stream => stream.WriteByte((byte)'2'));
        second.Publish();
        Assert.Equal("2", File.ReadAllText(Path.Combine(_folder, "a.csv")));
        first.Publish();
        Assert.Equal("1", File.ReadAllText(Path.Combine(_folder, "a.csv")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a.csv")]
    [InlineData("sub/a.csv")]
    [InlineData("/a.csv")]
    [InlineData("twice.csv")]
    public void Only_New_Bare_Names_Are_Taken(string name)
    {
        using var files = new AtomicFiles(_folder);
        files.Write("twice.csv", _ => { });
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => files.Write(name, _ => { })).Id);
    }

    private static void AssertUnwritable(string name, Action act)
    {
        var error = Assert.Throws<EngineException>(act);
        Assert.Equal(ErrorId.UnwritableOutput, error.Id);
        Assert.Contains(name, error.Subject);
        Assert.NotEmpty(error.Remedy);
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(folder, "*", new EnumerationOptions { AttributesToSkip = 0 }).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;
}
