using System.Runtime.CompilerServices;

namespace Dnma.Engine.Tests.Architecture;

/// <summary>The repository as files: for tests that hold its structure and its documents.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The library's source files, by path from its folder with forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> LibraryFiles()
    {
        var folder = Path.Combine(Root, "src", "Dnma.Engine");
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
            .Where(file => !file.Item1.StartsWith("bin/", StringComparison.Ordinal) && !file.Item1.StartsWith("obj/", StringComparison.Ordinal))
            .Select(file => (file.Item1, File.ReadAllText(file.path)));
    }

    /// <summary>The room that a file is in; empty for the façade in the root.</summary>
    public static string RoomOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        // A deterministic build may hide the source path; the build folder is inside the repository as well.
        var folder = new DirectoryInfo(File.Exists(thisFile) ? Path.GetDirectoryName(thisFile)! : AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dnma.Engine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
