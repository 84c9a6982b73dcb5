using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Dnma.Engine.Bench.Files;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Bench.Generation;

/// <summary>The verb <c>generate</c>: a log of any size, from a seed.</summary>
internal static class GenerateCommand
{
    private const string Usage =
        """
        generate --out FILE[.gz]|- [options]      a log of generated hits; the same options give the same bytes
          --hits N               how many (default 10000); --seed N names the log (default 1)
          --format NAME          default smarttag-log; one of the names below
          --weeks DATE..         the first day, Europe/Paris (default 2022-09-05..); DATE..DATE ends before the second
          --visitors N           people (default: the hits of one school week); --establishments N; --academies N (1-30)
          --noise on|off         robots, opt-outs, duplicates, late, split and broken records (default on)
          --events --pings       events and heartbeats, where the format has them
          --whole-seconds        every instant a whole second
          --annuaire FILE        also write the annuaire of the generated schools; --structures FILE: Matomo's structures
        With matomo-tables, FILE is a folder. The format coded is the week of coded hits that report times, as FILE.csv or FILE.parquet: of the options it heeds --hits.
        """;

    /// <summary>Runs the verb; returns the exit status.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0 || arguments.Contains("--help"))
        {
            Console.WriteLine(Usage);
            Console.WriteLine("formats: " + string.Join(' ', HitForm.All.Select(f => f.Name)));
            return 0;
        }

        try
        {
            Generate(arguments);
            return 0;
        }
        catch (EngineException error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static void Generate(string[] arguments)
    {
        var options = new GenerationOptions();
        var form = HitForm.All[0];
        var isCoded = false;
        string? output = null, annuaire = null, structures = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            var option = arguments[i];
            string Value() => ++i < arguments.Length ? arguments[i] : throw Wrong(option, "has no value");
            switch (option)
            {
                case "--hits": options = options with { Hits = Number(option, Value(), 1, long.MaxValue) }; break;
                case "--seed": options = options with { Seed = (ulong)Number(option, Value(), 0, long.MaxValue) }; break;
                case "--visitors": options = options with { Visitors = (int)Number(option, Value(), 1, 100_000_000) }; break;
                case "--establishments": options = options with { Establishments = (int)Number(option, Value(), 1, 60_000) }; break;
                case "--academies": options = options with { Academies = (int)Number(option, Value(), 1, Academy.All.Count) }; break;
                case "--format": (form, isCoded) = Value() is var name && name == "coded" ? (form, true) : (Form(name), false); break;
                case "--weeks": options = Weeks(options, Value()); break;
                case "--noise": options = options with { Noise = Value() == "off" ? NoiseShares.None : NoiseShares.Realistic }; break;
                case "--events": options = options with { Events = true }; break;
                case "--pings": options = options with { Pings = true }; break;
                case "--whole-seconds": options = options with { WholeSeconds = true }; break;
                case "--out": output = Value(); break;
                case "--annuaire": annuaire = Value(); break;
                case "--structures": structures = Value(); break;
                default: throw Wrong(option, "is no option");
            }
        }

        if (options.EstablishmentCount > 9_000 * options.Academies)
        {
            throw Wrong("--establishments", "is over 9000 for each académie");
        }

        if (isCoded)
        {
            CodedHits.Write(output ?? throw Wrong("--out", "is missing"), options.Hits);
            return;
        }

        WriteLog(options, form, output ?? throw Wrong("--out", "is missing"));
        if (annuaire != null)
        {
            File.WriteAllText(annuaire, GeneratedReferences.Annuaire(new World(options)));
        }

        if (structures != null)
        {
            File.WriteAllText(structures, GeneratedReferences.Structures(new World(options)));
        }
    }

    private static void WriteLog(GenerationOptions options, HitForm form, string output)
    {
        var watch = Stopwatch.StartNew();
        var streams = Open(form, output);
        var summary = LogGeneration.Write(options, form, streams);
        foreach (var stream in streams)
        {
            stream.Dispose();
        }

        var seconds = watch.Elapsed.TotalSeconds;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Hits} hits, {summary.Rejects.Values.Sum()} broken records, {summary.Bytes} bytes in {seconds:0.00} s: {summary.Hits / seconds / 1e6:0.00} M hits/s, at most {summary.PeakInFlight} people at once"));
    }

    private static Stream[] Open(HitForm form, string output)
    {
        if (form.Outputs.Length > 1)
        {
            Directory.CreateDirectory(output);
            return Array.ConvertAll(form.Outputs, name => (Stream)File.Create(Path.Combine(output, name)));
        }

        Stream stream = output == "-" ? Console.OpenStandardOutput() : File.Create(output);
        return [output.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionLevel.Optimal) : stream];
    }

    private static GenerationOptions Weeks(GenerationOptions options, string value)
    {
        var ends = value.Split("..");
        if (ends.Length > 2 || !TryDate(ends[0], out var first))
        {
            throw Wrong("--weeks", "wants DATE.. or DATE..DATE");
        }

        options = options with { FirstDay = first };
        return ends.Length < 2 || ends[1].Length == 0 ? options
            : TryDate(ends[1], out var end) && end > first ? options with { Days = end.DayNumber - first.DayNumber }
            : throw Wrong("--weeks", "ends before it begins");
    }

    private static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static HitForm Form(string name) => HitForm.Find(name) ?? throw Wrong("--format", $"has no form \"{name}\"");

    private static long Number(string option, string text, long least, long most) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(option, $"wants a whole number from {least} to {most}");

    private static EngineException Wrong(string option, string problem) => new(ErrorId.InvalidOption, option, problem, "see generate --help");
}
