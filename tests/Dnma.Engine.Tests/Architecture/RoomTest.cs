using System.Text.RegularExpressions;

namespace Dnma.Engine.Tests.Architecture;

/// <summary>Holds the plan of the rooms (docs/architecture.md): folder = room = namespace, one direction, each library in its room.</summary>
public partial class RoomTest
{
    /// <summary>Which rooms each room may name. Read downwards it is the way of the data.</summary>
    private static readonly Dictionary<string, string[]> AllowedEdges = new()
    {
        ["Contracts"] = [],
        ["Time"] = ["Contracts"],
        ["Hits"] = ["Contracts"],
        ["References"] = ["Contracts", "Time", "Hits"],
        ["Ingest"] = ["Contracts", "Time", "Hits", "References"],
        ["Qualification"] = ["Contracts", "Hits"],
        ["Visits"] = ["Contracts", "Time", "Hits", "Qualification"],
        ["Indicators"] = ["Contracts", "Time", "Hits", "References", "Visits"],
        ["Store"] = ["Contracts", "Time", "Hits", "References", "Ingest"],
        ["Recount"] = ["Contracts", "Time", "Hits", "References", "Qualification", "Visits", "Indicators", "Store"],
        ["Analysis"] = ["Contracts", "Time", "Hits", "References", "Qualification", "Visits", "Indicators"],
        ["Access"] = ["Contracts", "Time", "References", "Indicators", "Analysis"],
        ["Reports"] = ["Contracts", "Time", "Hits", "References", "Indicators", "Store", "Analysis"],
        ["History"] = ["Contracts", "Time", "References", "Ingest", "Indicators", "Store", "Analysis", "Reports"],
        ["Certification"] = ["Contracts", "Time", "Qualification", "Visits", "Indicators", "Analysis", "Reports"],
        ["Partials"] = ["Contracts", "Time", "Hits", "Qualification", "Visits", "Indicators", "Reports", "Certification"],
    };

    /// <summary>Which folders may name each library's namespace.</summary>
    private static readonly Dictionary<string, string[]> Confinement = new()
    {
        ["NodaTime"] = ["Time/"],
        ["System.IO.Pipelines"] = ["Ingest/"],
        ["ZstdSharp"] = ["Ingest/"],
        ["DuckDB"] = ["Store/"],
        ["Microsoft.Data.Analysis"] = ["Reports/"],
        ["MathNet"] = ["Analysis/"],
        ["Apache.Arrow"] = ["Store/Exchange/", "Reports/"],
        ["CsvHelper"] = ["References/", "Reports/"],
        ["ICSharpCode.SharpZipLib"] = ["Reports/"],
        ["Microsoft.Extensions"] = ["AudienceEngine", "EngineConfiguration", "EngineEvents", "OperationTrace", "CertificateVerifier", "Measurement.cs"],
        ["System.Diagnostics.Metrics"] = ["EngineTelemetry"],
        ["Microsoft.Win32.SafeHandles"] = ["Visits/", "Ingest/"],
    };

    [Fact]
    public void Every_folder_is_a_room_of_the_plan() =>
        Assert.Empty(SourceTree.LibraryFiles().Select(file => SourceTree.RoomOf(file.Path)).Where(room => room.Length > 0).Distinct().Except(AllowedEdges.Keys));

    [Fact]
    public void Rooms_name_only_the_rooms_that_they_may()
    {
        var broken =
            from file in SourceTree.LibraryFiles()
            let room = SourceTree.RoomOf(file.Path)
            where room.Length > 0
            from Match match in RoomName().Matches(WithoutComments(file.Text))
            let other = match.Groups[1].Value
            where other != room && AllowedEdges.ContainsKey(other) && !AllowedEdges[room].Contains(other)
            select $"{file.Path} names {other}";
        Assert.Empty(broken.Distinct());
    }

    [Fact]
    public void The_plan_has_no_cycle()
    {
        var order = new List<string>();
        while (order.Count < AllowedEdges.Count)
        {
            var next = AllowedEdges.FirstOrDefault(room => !order.Contains(room.Key) && room.Value.All(order.Contains)).Key;
            Assert.True(next is not null, $"a cycle among {string.Join(", ", AllowedEdges.Keys.Except(order))}");
            order.Add(next);
        }
    }

    [Fact]
    public void Rooms_do_not_name_the_facade() =>
        Assert.Empty(
            from file in SourceTree.LibraryFiles()
            where SourceTree.RoomOf(file.Path).Length > 0
            where Regex.IsMatch(WithoutComments(file.Text), @"\b(AudienceEngine|EngineOptions|MeasurementDefinition)\b")
            select file.Path);

    [Fact]
    public void Each_library_stays_in_its_room() =>
        Assert.Empty(
            from file in SourceTree.LibraryFiles()
            from library in Confinement
            where Regex.IsMatch(WithoutComments(file.Text), $@"(?<![\w.]){Regex.Escape(library.Key)}\.")
                || Regex.IsMatch(file.Text, $@"^using {Regex.Escape(library.Key)}\b", RegexOptions.Multiline)
            where !library.Value.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
            select $"{file.Path} names {library.Key}");

    /// <summary>Two counts that share code share its defects: the recount may know what a hit and a row are, and nothing of how one becomes the other.</summary>
    [Fact]
    public void The_recount_names_nothing_that_counts() =>
        Assert.Empty(
            from file in SourceTree.LibraryFiles()
            where SourceTree.RoomOf(file.Path) == "Recount"
            from Match match in Counting().Matches(WithoutComments(file.Text))
            select $"{file.Path} names {match.Value}");

    [Fact]
    public void The_namespace_is_the_folder() =>
        Assert.Empty(
            from file in SourceTree.LibraryFiles()
            let folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Replace('/', '.')
            let expected = folder.Length == 0 ? "Dnma.Engine" : $"Dnma.Engine.{folder}"
            let found = Regex.Match(file.Text, @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value
            where found.Length > 0 && found != expected
            select $"{file.Path} is in {found}");

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.Empty(
            from file in SourceTree.LibraryFiles()
            let lines = file.Text.Count(character => character == '\n')
            where lines > 400
            select $"{file.Path} has {lines} lines");

    [Fact]
    public void No_name_says_nothing() =>
        Assert.Empty(
            from file in SourceTree.LibraryFiles()
            where Regex.IsMatch(Path.GetFileNameWithoutExtension(file.Path), "(Helper|Manager|Common|Utils|Utility)$")
            select file.Path);

    private static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"\bDnma\.Engine\.([A-Z]\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"Indicators\.Counting|Visits\.Partitions|\b(Sessionizer|HitOrder|HitQualifier|DayClock|CivilZone|UsageSlices?|Visit|VisitModalities|IsCounted|IsPageView|IsCountedPage|Counts|Annuaire\.Describe|FromPrefix)\b")]
    private static partial Regex Counting();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
