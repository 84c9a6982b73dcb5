using System.Globalization;
using System.Text;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;

namespace Dnma.Engine.Bench.Dashboards;

/// <summary>
/// The verb <c>dashboard</c>: a generated week of the whole country is measured, its page written, and opened in Chromium: its size, and how long a reader waits
/// for key figures and first charts, and for a page that answers.
/// </summary>
internal static class DashboardCommand
{
    private const string Usage =
        """
        dashboard [options]       the page of a national week, and how fast it opens
          --establishments N      how many (default 30000)
          --hits N                how many (default 3000000)
          --days N                how many (default 7)
          --visitors N            how many (default: as many as make the hits in a week)
          --out FILE              keeps the page (default: a temporary file)
          --page FILE             opens a page that is there, and generates nothing
          --chromium FILE         the browser (default: chromium, wherever it is)
          --times N               how often the page is opened (default 5)
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !Usage.Contains($"  {arguments[i]} ", StringComparison.Ordinal))
            {
                Console.Error.WriteLine(Usage);
                return arguments.Contains("--help") ? 0 : 1;
            }

            options[arguments[i]] = arguments[i + 1];
        }

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        var folder = Directory.CreateTempSubdirectory("dnma-dashboard-").FullName;
        try
        {
            var page = options.GetValueOrDefault("--page") ?? options.GetValueOrDefault("--out") ?? Path.Combine(folder, "dashboard.html");
            if (!options.ContainsKey("--page"))
            {
                await WriteAsync(page, folder, new GenerationOptions { Hits = Number("--hits", 3_000_000), Establishments = Number("--establishments", 30_000), Days = Number("--days", 7), Visitors = Number("--visitors", 0) });
            }

            Console.WriteLine($"page: {new FileInfo(page).Length} bytes");
            if (Chromium.Find(options.GetValueOrDefault("--chromium")) is not { } chromium)
            {
                Console.Error.WriteLine("no Chromium: apt-get install chromium, or say --chromium FILE");
                return 1;
            }

            for (var time = Number("--times", 5); time > 0; time--)
            {
                Console.WriteLine(await Chromium.OpenAsync(chromium, page, folder, default));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(string page, string folder, GenerationOptions options)
    {
        var log = Path.Combine(folder, "hits.csv");
        await using (var stream = File.Create(log))
        {
            LogGeneration.Write(options, HitForm.Find("csv")!, stream);
        }

        var annuaire = Path.Combine(folder, "annuaire.csv");
        await File.WriteAllTextAsync(annuaire, GeneratedReferences.Annuaire(new World(options)), Encoding.UTF8);
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(log), new MeasurementDefinition { Annuaire = await Annuaire.ReadAsync(annuaire) });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.NationalTotal?.Visits} visits, {measurement.Indicators.Count} rows, {measurement.Certificate.Perimeter.Establishments} establishments"));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await using (var stream = File.Create(page))
        {
            measurement.WriteDashboard(stream);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"written in {System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s"));
    }
}
