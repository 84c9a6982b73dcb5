using Dnma.Engine.Bench.Files;
using Dnma.Engine.Bench.Peers;

namespace Dnma.Engine.Bench.Report;

/// <summary>The verb <c>report</c>: runs every bench and rewrites the page of their results.</summary>
internal static class ReportCommand
{
    private const string Usage =
        """
        report [options]          runs the benches and writes their results, docs/benchmarks.md by default, with a plot beside it
          --quick                 small sizes, in less than five minutes on two cores
          --out FILE              the page; the plot goes to images/ beside it
          --clickhouse URL        a ClickHouse server of 18.16 or later without a password, asked as a peer
          --only NAME[,NAME]      some sections: core, linq, parquet, csv, log, layers, breakdowns, growth, scale
        """;

    public static int Run(string[] arguments)
    {
        var options = new ReportOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var hasValue = i + 1 < arguments.Length;
            switch (arguments[i])
            {
                case "--quick": options = options with { IsQuick = true }; break;
                case "--out" when hasValue: options = options with { Output = arguments[++i] }; break;
                case "--only" when hasValue: options = options with { Only = arguments[++i] }; break;
                case "--clickhouse" when hasValue && Uri.TryCreate(arguments[i + 1], UriKind.Absolute, out var address): options = options with { ClickHouse = address }; i++; break;
                default:
                    Console.Error.WriteLine(Usage);
                    return arguments[i] == "--help" ? 0 : 1;
            }
        }

        Write(options);
        return 0;
    }

    private static void Write(ReportOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("dnma-bench-");
        try
        {
            var sections = Sections(folder.FullName, options).ToArray();
            var image = Path.Combine("images", "benchmarks.png");
            ReportPlot.Save(sections, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.Output))!, image));
            File.WriteAllText(options.Output, ReportPage.Of(sections, options, ClickHouseOf(options), "images/benchmarks.png"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string ClickHouseOf(ReportOptions options)
    {
        using var session = ClickHouseSession.TryOpen(options.ClickHouse, options.Threads);
        return session is null ? "ClickHouse not measured" : $"ClickHouse {session.Version}";
    }

    /// <summary>One after the other, each in a folder of its own that is gone before the next one begins.</summary>
    private static IEnumerable<Section> Sections(string folder, ReportOptions options)
    {
        (string Name, Func<string, Section> Run)[] all =
        [
            ("core", _ => CoreTimings.Run(options)),
            ("linq", _ => LinqTimings.Run(options)),
            ("parquet", place => new CodedFiles(place, options).Parquet()),
            ("csv", place => new CodedFiles(place, options).Csv()),
            ("log", place => new LogFiles(place, options).Run()),
            ("layers", place => new LayerTimings(place, options).Run()),
            ("breakdowns", _ => BreakdownTimings.Run(options)),
            ("growth", _ => new GrowthTimings(options).Run()),
            ("scale", _ => new ScaleTable(options).Run()),
        ];
        foreach (var (name, run) in all.Where(section => options.Wants(section.Name)))
        {
            Console.Error.WriteLine($"— {name}");
            var place = Directory.CreateDirectory(Path.Combine(folder, name));
            yield return run(place.FullName);
            place.Delete(recursive: true);
        }
    }
}
