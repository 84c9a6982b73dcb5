#!/usr/bin/env dotnet
#:property PublishAot=false

// Renews Package/PublicAPI.Unshipped.txt of the packages after a change of their public face: dotnet run tests/public-api.cs
// The build refuses a public symbol that is in neither file (RS0016), and a line that no symbol stands for (RS0017); what it says is applied here.
// `dotnet format analyzers` does not do: it takes away the members that the compiler makes for records.
using System.Diagnostics;
using System.Text.RegularExpressions;

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
foreach (var list in Directory.EnumerateFiles(Path.Combine(root, "src"), "PublicAPI.Unshipped.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    var project = Path.GetDirectoryName(Path.GetDirectoryName(list))!;
    string[] build = ["build", project, "--no-incremental", "-nodeReuse:false", "-p:TreatWarningsAsErrors=false"];
    using var process = Process.Start(new ProcessStartInfo("dotnet", build) { RedirectStandardOutput = true })!;
    var said = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    if (process.ExitCode != 0)
    {
        Console.Error.WriteLine(said);
        return 1;
    }

    var lines = (await File.ReadAllLinesAsync(list)).Where(line => line is not ("" or "#nullable enable")).ToHashSet(StringComparer.Ordinal);
    var before = lines.Count;
    lines.ExceptWith(Regex.Matches(said, "RS0017: Symbol '(.+?)' is part of the declared API").Select(match => match.Groups[1].Value));
    lines.UnionWith(Regex.Matches(said, "RS0016: Symbol '(.+?)' is not part of the declared").Select(match => match.Groups[1].Value));
    await File.WriteAllTextAsync(list, string.Join('\n', ["#nullable enable", .. lines.Order(StringComparer.Ordinal), ""]));
    Console.WriteLine($"{Path.GetRelativePath(root, list)}: {before} lines before, {lines.Count} now");
}

return 0;
