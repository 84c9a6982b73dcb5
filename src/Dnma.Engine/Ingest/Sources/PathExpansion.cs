using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Turns the paths that a caller gave into files, each once, in an order that depends on names alone.</summary>
internal static class PathExpansion
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>Expands files, folders and globs.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: a path that leads to no file.</exception>
    public static IReadOnlyList<InputSource> Expand(IReadOnlyList<string> paths)
    {
        var inputs = new List<InputSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            try
            {
                Add(path, inputs, seen);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new EngineException(ErrorId.UnreadableInput, path, "cannot be looked into", "check the path and the right to read it", cause);
            }
        }

        return inputs;
    }

    private static void Add(string path, List<InputSource> inputs, HashSet<string> seen)
    {
        if (File.Exists(path))
        {
            AddFile(path, inputs, seen);
        }
        else if (Directory.Exists(path))
        {
            if (AddFolder(path, inputs, seen) == 0)
            {
                throw new EngineException(ErrorId.UnreadableInput, path, "the folder holds no file", "name the folder of the logs");
            }
        }
        else if (GlobPattern.IsGlob(path))
        {
            if (AddGlob(path, inputs, seen) == 0)
            {
                throw new EngineException(ErrorId.UnreadableInput, path, "no file matches", "check the pattern and the folder it starts in");
            }
        }
        else
        {
            throw new EngineException(ErrorId.UnreadableInput, path.Length == 0 ? "input" : path, "no such file or folder", "check the path");
        }
    }

    private static void AddFile(string path, List<InputSource> inputs, HashSet<string> seen)
    {
        if (seen.Add(IdentityOf(path)))
        {
            inputs.Add(new FileInput(path, path));
        }
    }

    /// <summary>What two names of one file have in common: the full path behind links.</summary>
    private static string IdentityOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { Exists: true } target ? target.FullName : Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
    }

    private static int AddFolder(string folder, List<InputSource> inputs, HashSet<string> seen)
    {
        var below = new List<string>();
        Collect(folder, "", below);
        below.Sort(string.CompareOrdinal);
        foreach (var relative in below)
        {
            AddFile(Path.Join(folder, relative), inputs, seen);
        }

        return below.Count;
    }

    private static void Collect(string root, string relative, List<string> files)
    {
        foreach (var entry in new DirectoryInfo(Path.Join(root, relative)).EnumerateFileSystemInfos("*", Everything))
        {
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            var below = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
            if (!IsFolder(entry))
            {
                files.Add(below);
            }
            else if (entry.LinkTarget is null)
            {
                Collect(root, below, files);
            }
        }
    }

    private static int AddGlob(string pattern, List<InputSource> inputs, HashSet<string> seen)
    {
        var normal = Path.DirectorySeparatorChar == '\\' ? pattern.Replace('\\', '/') : pattern;
        var parts = normal.Split('/');
        var fixedParts = Array.FindIndex(parts, static part => GlobPattern.IsGlob(part));
        var root = string.Join('/', parts[..fixedParts]);
        var start = root.Length == 0 && fixedParts > 0 ? "/" : root;
        var matches = new List<string>();
        if (start.Length == 0 || Directory.Exists(start))
        {
            Match(start, parts.AsSpan(fixedParts), matches);
        }

        // "**/**/x" reaches a file by several ways: the set of seen files drops the copies.
        matches.Sort(string.CompareOrdinal);
        var files = 0;
        foreach (var match in matches)
        {
            if (Directory.Exists(match))
            {
                files += AddFolder(match, inputs, seen);
            }
            else
            {
                AddFile(match, inputs, seen);
                files++;
            }
        }

        return files;
    }

    /// <summary>Collects what lies below <paramref name="folder"/> and matches the remaining parts; an empty folder is the current one.</summary>
    private static void Match(string folder, ReadOnlySpan<string> parts, List<string> matches)
    {
        var part = parts[0];
        var rest = parts[1..];
        if (part is "" or "." or "..")
        {
            // "logs//x", "logs/*/": an empty part is no name; dots are names that no listing shows.
            var same = part.Length == 0 ? folder : Path.Join(folder, part);
            if (rest.IsEmpty)
            {
                matches.Add(same);
            }
            else if (Directory.Exists(same))
            {
                Match(same, rest, matches);
            }

            return;
        }

        var isDeep = part == "**";
        if (isDeep && !rest.IsEmpty)
        {
            Match(folder, rest, matches);
        }

        foreach (var entry in new DirectoryInfo(folder.Length == 0 ? "." : folder).EnumerateFileSystemInfos("*", Everything))
        {
            if (!GlobPattern.Matches(isDeep ? "*" : part, entry.Name))
            {
                continue;
            }

            var path = folder.Length == 0 ? entry.Name : Path.Join(folder, entry.Name);
            var isFolder = IsFolder(entry);
            if (isDeep)
            {
                if (isFolder && entry.LinkTarget is null)
                {
                    Match(path, parts, matches);
                }
                else if (!isFolder && rest.IsEmpty)
                {
                    matches.Add(path);
                }
            }
            else if (rest.IsEmpty)
            {
                matches.Add(path);
            }
            else if (isFolder)
            {
                Match(path, rest, matches);
            }
        }
    }

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo || Directory.Exists(entry.FullName);
}
