#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:package Spectre.Console
#:package System.CommandLine
#:property PublishAot=false

// From hit logs to certified indicators:  dotnet run samples/measure.cs -- <file|folder|glob>... [options]
// Without arguments it measures the fixture day, so that it always shows something. Every step is the library's public API.
using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dnma.Engine;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Spectre.Console;

var inputs = new Argument<string[]>("inputs") { Description = "Files, folders (read recursively) or globs; - for standard input. None: the fixture day.", Arity = ArgumentArity.ZeroOrMore };
var format = Option("--format", "What a record is: auto, xiti, matomo, csv, ndjson, parquet. Container and compression are detected.", "auto");
var norm = Option("--norm", "What a visit is: dnma, acpm, piano, matomo.", "dnma");
var zone = Option("--time-zone", "The zone in which days are cut.", "Europe/Paris");
var from = Option("--from", "The first local day, YYYY-MM-DD. Default: the first one with a qualified hit.");
var to = Option("--to", "The local day after the last one, YYYY-MM-DD. Default: after the last one with a qualified hit.");
var periods = Option("--periods", "Which periods to publish, for example day,week. Of: day, week, month, school-year, all.");
var levels = Option("--levels", "Which levels to publish, for example national,academy. Of: national, academy, department, platform, project, establishment.");
var custom = Option("--custom", "Columns or tag parameters to break down by as well, separated by commas; four at most.");
var establishments = Option("--establishments", "The annuaire de l'éducation (CSV): names, communes, levels of school.");
var structures = Option("--structures", "structure;uai (CSV): which UAI the structures of a Matomo log are.");
var secretFile = Option("--secret-file", "The key of the pseudonyms: the file's bytes without the final newline. Default: a random key for this run.");
var memory = Option("--memory", "How much memory the engine's buffers may take; what is beyond goes to temporary files.", "2GiB");
var threads = new Option<int>("--threads") { Description = "How many threads work.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
var output = Option("--out", "The folder that receives the files; those of an earlier run are replaced.", "out");
var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table, and nothing else on standard output." };

var command = new RootCommand("Measures the audience of ENT from hit logs: visits, exact users, time, by period, territory, profile, service and device.");
command.Arguments.Add(inputs);
foreach (var option in new Option[] { format, norm, zone, from, to, periods, levels, custom, establishments, structures, secretFile, memory, threads, output, json })
{
    command.Options.Add(option);
}

var parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    return Fail(parsed.Errors[0].Message);
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
command.SetAction((arguments, _) => MeasureAsync(arguments));

// The signals are ours: the parser's own handler would end the process after two seconds, with a status of its own.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

async Task<int> MeasureAsync(ParseResult arguments)
{
    try
    {
        var isDemonstration = arguments.GetValue(inputs) is not { Length: > 0 };
        var definition = await DefinitionOf(arguments, isDemonstration);
        await using var engine = AudienceEngine.Create(options => options with
        {
            Threads = arguments.GetValue(threads),
            MemoryLimit = ByteSize.Parse(arguments.GetValue(memory)!),
            Secret = arguments.GetValue(secretFile) is { } path ? SecretIn(path) : default,
        });
        var measurement = await WithProgress(progress => engine.MeasureAsync(LogOf(arguments, isDemonstration), definition, progress, stop.Token));
        var folder = arguments.GetValue(output)!;
        var files = await measurement.PublishAsync(folder, stop.Token);
        if (arguments.GetValue(json))
        {
            PrintJson(measurement, folder, files.Select(file => file.Name));
        }
        else
        {
            PrintTable(measurement, folder, files.Select(file => file.Name), isDemonstration);
        }

        return measurement.Certificate.Verify().Count == 0 ? 0 : 2;
    }
    catch (EngineException error)
    {
        return Fail(error.Message);
    }
    catch (OperationCanceledException)
    {
        return Fail("stopped; nothing was published");
    }
}

HitLog LogOf(ParseResult arguments, bool isDemonstration)
{
    var names = isDemonstration ? [Fixture("hits.log.gz")] : arguments.GetValue(inputs)!;
    var log = names is ["-"] ? HitLog.StandardInput() : HitLog.Files(names);
    var name = arguments.GetValue(format)!;
    return Enum.TryParse<HitFormat>(name, ignoreCase: true, out var known) && !int.TryParse(name, out _)
        ? log.As(known)
        : throw new EngineException(ErrorId.InvalidOption, "--format", $"\"{name}\" is not a format", "use one of auto, xiti, matomo, csv, ndjson, parquet");
}

async Task<MeasurementDefinition> DefinitionOf(ParseResult arguments, bool isDemonstration)
{
    var annuaire = arguments.GetValue(establishments) ?? (isDemonstration ? Fixture("annuaire.csv") : null);
    return new MeasurementDefinition
    {
        Norm = Norm.Of(arguments.GetValue(norm)!),
        Zone = CivilZone.Of(arguments.GetValue(zone)!),
        From = DateOf("--from", arguments.GetValue(from)),
        To = DateOf("--to", arguments.GetValue(to)),
        Periods = ListOf<PeriodKind>("--periods", arguments.GetValue(periods), IndicatorCodes.TryParse),
        Levels = ListOf<TerritoryLevel>("--levels", arguments.GetValue(levels), IndicatorCodes.TryParse),
        CustomDimensions = arguments.GetValue(custom)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Annuaire = annuaire is null ? Annuaire.Empty : await Annuaire.ReadAsync(annuaire, stop.Token),
        Structures = arguments.GetValue(structures) is { } path ? await StructureTable.ReadAsync(path, stop.Token) : StructureTable.Empty,
    };
}

static async Task<Measurement> WithProgress(Func<IProgress<MeasurementProgress>?, Task<Measurement>> measure)
{
    if (Console.IsErrorRedirected || Console.IsOutputRedirected)
    {
        return await measure(null);
    }

    var columns = new ProgressColumn[] { new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn() };
    return await AnsiConsole.Progress().AutoClear(true).Columns(columns).StartAsync(async context =>
    {
        var reading = context.AddTask("Reading");
        var counting = context.AddTask("Counting", autoStart: false);
        return await measure(new Progress<MeasurementProgress>(step =>
        {
            reading.IsIndeterminate = step.BytesTotal == 0;
            reading.Value = step.Stage == MeasurementStage.Reading ? 100.0 * step.BytesRead / Math.Max(1, step.BytesTotal) : 100;
            if (step.Stage != MeasurementStage.Reading)
            {
                counting.StartTask();
                counting.Value = 100.0 * step.PartsDone / Math.Max(1, step.PartsTotal);
            }
        }));
    });
}

static void PrintTable(Measurement measurement, string folder, IEnumerable<string> files, bool isDemonstration)
{
    if (isDemonstration)
    {
        Console.WriteLine("No input was named: this is the fixture day. Yours: dotnet run samples/measure.cs -- <file|folder|glob>...");
    }

    var definition = measurement.Definition;
    Console.WriteLine($"Norm {definition.Norm.Name}, days of {definition.Zone.Id}, {PeriodOf(measurement)}");
    if (measurement.NationalTotal is { } total)
    {
        var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.Ascii : TableBorder.Rounded);
        table.AddColumn("profile");
        foreach (var name in new[] { "visits", "users", "page views", "time/visit", "bounce" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var row in measurement.National(Dimension.Profile).OrderByDescending(row => row.Visits).Append(total))
        {
            table.AddRow(row.Modality, Number(row.Visits), Number(row.Users), Number(row.PageViews), Time(row), Percent(row.Bounces, row.Visits));
        }

        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 100 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(table);
    }

    var ledger = measurement.Certificate.Ledger;
    Console.WriteLine(
        $"{Number(ledger.Read)} records read: {Number(ledger.RejectedTotal)} rejected, {Number(ledger.Merged)} merged, {Number(ledger.Qualification.Excluded)} excluded, {Number(ledger.Qualification.Qualified)} qualified in {Number(ledger.Visits.Counted)} visits.");
    var broken = measurement.Certificate.Verify();
    Console.WriteLine(broken.Count == 0
        ? $"All {measurement.Certificate.Laws.Count} conservation laws hold."
        : $"{broken.Count} of {measurement.Certificate.Laws.Count} conservation laws do NOT hold: {broken[0].Statement} ({broken[0].Detail}). Do not publish these figures.");
    Console.WriteLine($"Pseudonym key: {measurement.Certificate.Run.First(entry => entry.Key == "pseudonym-key").Value}.");
    Console.WriteLine($"In {folder}: {string.Join(", ", files)}");
    foreach (var warning in measurement.Certificate.Warnings)
    {
        Console.Error.WriteLine($"warning: {warning}");
    }
}

static void PrintJson(Measurement measurement, string folder, IEnumerable<string> files)
{
    var options = new JsonWriterOptions { Indented = true };
    using var stream = Console.OpenStandardOutput();
    using var writer = new Utf8JsonWriter(stream, options);
    writer.WriteStartObject();
    writer.WriteString("norm", measurement.Definition.Norm.Name);
    writer.WriteString("from", measurement.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    writer.WriteString("to", measurement.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    var total = measurement.NationalTotal;
    writer.WriteNumber("visits", total?.Visits ?? 0);
    writer.WriteNumber("users", total?.Users ?? 0);
    writer.WriteNumber("page_views", total?.PageViews ?? 0);
    writer.WriteNumber("hits", total?.Hits ?? 0);
    writer.WriteNumber("duration_ms", total?.DurationMs ?? 0);
    writer.WriteNumber("timed_visits", total?.TimedVisits ?? 0);
    writer.WriteNumber("read", measurement.Certificate.Ledger.Read);
    writer.WriteNumber("rejected", measurement.Certificate.Ledger.RejectedTotal);
    writer.WriteNumber("excluded", measurement.Certificate.Ledger.Qualification.Excluded);
    writer.WriteBoolean("laws_hold", measurement.Certificate.Verify().Count == 0);
    writer.WriteStartArray("warnings");
    foreach (var warning in measurement.Certificate.Warnings)
    {
        writer.WriteStringValue(warning);
    }

    writer.WriteEndArray();
    writer.WriteString("folder", folder);
    writer.WriteStartArray("files");
    foreach (var file in files)
    {
        writer.WriteStringValue(file);
    }

    writer.WriteEndArray();
    writer.WriteEndObject();
    writer.Flush();
    stream.WriteByte((byte)'\n');
}

static string PeriodOf(Measurement measurement) => measurement is { From: { } from, To: { } to }
    ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}")
    : "no qualified hit";

static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

static string Percent(long part, long whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.0} %");

static string Time(IndicatorRow row) =>
    row.TimedVisits == 0 ? "-" : TimeSpan.FromSeconds(Math.Round((decimal)row.DurationMs / row.TimedVisits / 1000, MidpointRounding.AwayFromZero) is var seconds ? (double)seconds : 0).ToString("c", CultureInfo.InvariantCulture);

static byte[] SecretIn(string path)
{
    try
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        bytes = bytes.EndsWith("\n"u8) ? bytes[..^1] : bytes;
        bytes = bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes;
        return bytes.Length > 0 ? bytes.ToArray() : throw new EngineException(ErrorId.InvalidOption, path, "the secret is empty", "put at least 16 random bytes in it");
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        throw new EngineException(ErrorId.UnreadableInput, path, "the secret cannot be read", "name a file that exists", error);
    }
}

static DateOnly? DateOf(string option, string? text) =>
    text is null ? null
    : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
    : throw new EngineException(ErrorId.InvalidOption, option, $"\"{text}\" is not a date", "write YYYY-MM-DD");

static T[] ListOf<T>(string option, string? text, TryParse<T> tryParse)
    where T : struct, Enum =>
    text is null ? Enum.GetValues<T>() : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
        tryParse(name, out var value) ? value
        : throw new EngineException(ErrorId.InvalidOption, option, $"\"{name}\" is not one of its values", "see --help")).Distinct()];

static string Fixture(string name) =>
    Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day", name));

static Option<string> Option(string name, string description, string? value = null)
{
    var option = new Option<string>(name) { Description = description, HelpName = "VALUE" };
    if (value is not null)
    {
        option.DefaultValueFactory = _ => value;
    }

    return option;
}

static int Fail(string message)
{
    Console.Error.WriteLine($"measure: {message.ReplaceLineEndings(" ")}");
    return 1;
}

internal delegate bool TryParse<T>(string text, out T value);
