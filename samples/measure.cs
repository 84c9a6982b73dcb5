#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:package Spectre.Console
#:package System.CommandLine
#:property PublishAot=false

// From hit logs to certified indicators:  dotnet run samples/measure.cs -- <file|folder|glob>... [options]
// Without arguments it measures the fixture day, so that it always shows something. Every step is the library's public API.
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dnma.Engine;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Qualification;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Spectre.Console;

const int MaxControls = 5;
var inputs = new Argument<string[]>("inputs") { Description = "Files, folders (read recursively) or globs; - for standard input. None: the fixture day.", Arity = ArgumentArity.ZeroOrMore };
var format = Option("--format", "NAME", "What a record is: auto, xiti, matomo, csv, ndjson, parquet. Container and compression are detected.", "auto");
var norm = Option("--norm", "NAME", "What a visit is: dnma, acpm, piano, matomo.", "dnma");
var zone = Option("--time-zone", "ZONE", "The zone in which days are cut.", "Europe/Paris");
var from = Option("--from", "DATE", "The first local day, YYYY-MM-DD. Default: the first one with a qualified hit.");
var to = Option("--to", "DATE", "The local day after the last one, YYYY-MM-DD. Default: after the last one with a qualified hit.");
var only = new Option<string[]>("--only") { HelpName = "KIND=VALUES", Description = "Which establishments count, repeatable: region, academy, department, commune, circonscription, uai (or uai=@FILE), school-level, nature, sector, ministry, project, platform, operator, collectivity. Values of one kind are alternatives, kinds must all hold.", DefaultValueFactory = _ => [] };
var schoolYear = new Option<int?>("--school-year") { HelpName = "YEAR", Description = "In place of --from and --to: the school year that begins in this year, 1 August to 31 July." };
var schoolWeek = Option("--school-week", "YEAR:RANK:ZONE", "In place of --from and --to: the week of a rank since the pupils' first day, for example 2022:1:B.");
var periods = Option("--periods", "LIST", "Which periods to publish, of: day,week,month,school-year,all. Default: all of them.");
var levels = Option("--levels", "LIST", "Which levels to publish, of: national,academy,department,platform,project,establishment (these by default),region,commune,circonscription,operator,collectivity.");
var custom = Option("--custom", "LIST", "Columns or tag parameters to break down by as well; four at most.");
var establishments = Option("--establishments", "FILE", "The annuaire de l'éducation (CSV): names, communes, levels of school.");
var structures = Option("--structures", "FILE", "structure;uai (CSV): which UAI the structures of a Matomo log are.");
var deployment = Option("--deployment", "FILE", "The deployment register (CSV): which UAI have a workspace, since when, with how many accounts. Writes deployment.csv and adoption.csv.");
var collectivities = Option("--collectivities", "FILE", "The collectivities there are (CSV, column collectivity): controls find hits of others.");
var history = new Option<string[]>("--history") { HelpName = "DIR", Description = "Folders of earlier measurements: controls compare the weeks with theirs.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var secretFile = Option("--secret-file", "FILE", "The key of the pseudonyms: the file's bytes without the final newline. Default: a random key for this run.");
var memory = Option("--memory", "SIZE", "How much memory the engine's buffers may take; what is beyond goes to temporary files.", "2GiB");
var threads = new Option<int>("--threads") { HelpName = "N", Description = "How many threads work. Default: one for each processor.", DefaultValueFactory = _ => Environment.ProcessorCount };
var shard = Option("--shard", "I/N", "Measure the visitors of one of N shards into shard-I-of-N.dnma, to be merged; every shard reads the same inputs with the same --secret-file.");
var merge = new Option<bool>("--merge") { Description = "The inputs are the files of all shards, or folders of such: add them up, under the options that they were measured under." };
var recount = Option("--recount", "WHOM", "Whose hits are counted again, in SQL: none, sample (everybody up to 200 000 hits, else a share of persons), full, auto (as sample, but none with --shard and --merge).", "auto");
var output = Option("--out", "DIR", "The folder that receives the files; those of an earlier run are replaced.", "out");
var sign = Option("--sign", "FILE", "Sign the certificate with this private key: PEM, ECDSA P-256 or RSA; verify.cs checks it.");
var passwordFile = Option("--password-file", "FILE", "The password of the private key: the file's text without the final newline.");
var replaces = Option("--replaces", "FILE", "The certificate.json of earlier figures that these correct: the new certificate names it.");
var threshold = new Option<int>("--threshold") { HelpName = "K", Description = "Withhold figures of fewer than K users, and what would tell them: N/A. Usual: 5, 11. Default: none is withheld." };
var reason = Option("--reason", "TEXT", "Why they are corrected.");
var coverage = new Option<bool>("--coverage") { Description = "Write coverage.csv as well: days fed, establishments seen and expected, what is known of visits, and whether each period is complete." };
var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables, and nothing else on standard output." };

var command = new RootCommand("Measures the audience of ENT from hit logs: visits, exact users, time, by period, territory, profile, service and device.");
command.Arguments.Add(inputs);
foreach (var option in new Option[] { format, norm, zone, from, to, schoolYear, schoolWeek, only, periods, levels, custom, establishments, structures, deployment, collectivities, history, secretFile, memory, threads, shard, merge, recount, output, sign, passwordFile, replaces, reason, coverage, threshold, json })
{
    command.Options.Add(option);
}

var help = command.Options.OfType<HelpOption>().Single();
help.Action = new HelpWithExamples((HelpAction)help.Action!);
command.SetAction(MeasureAsync);
inputs.Validators.Add(given =>
{
    foreach (var token in given.Tokens.Where(token => token.Value is ['-', _, ..] && !File.Exists(token.Value)))
    {
        given.AddError($"{token.Value}: there is no such option; see --help");
    }
});

var parsed = command.Parse(args);
return parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples
    ? Fail(parsed.Errors[0].Message)
    : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });

async Task<int> MeasureAsync(ParseResult given, CancellationToken stop)
{
    try
    {
        if (given.GetValue(merge) && given.GetValue(shard) is not null)
        {
            return Fail("--shard measures a part and --merge adds parts up: ask for one of them");
        }

        // Before the work, not after it: a wrong password should not cost a measurement.
        using var signingKey = SigningKeyOf(given);
        var publication = new PublicationOptions { SigningKey = signingKey, Replaces = await ReplacementOf(given, stop), HasCoverage = given.GetValue(coverage) };
        var isDemonstration = given.GetValue(inputs) is not { Length: > 0 } && !given.GetValue(merge);
        var definition = await DefinitionOf(given, isDemonstration, stop);
        publication.ValidateFor(definition);
        await using var engine = AudienceEngine.Create(options =>
        {
            options = options with { Threads = given.GetValue(threads), MemoryLimit = ByteSize.Parse(given.GetValue(memory)!), Recount = RecountOf(given) };
            return given.GetValue(secretFile) is { } path ? options.WithSecretFile(path) : options;
        });
        var folder = given.GetValue(output)!;
        if (given.GetValue(shard) is { } one)
        {
            return await MeasureShardAsync(given, engine, definition, VisitorShard.Parse(one), folder, isDemonstration, stop);
        }

        var measurement = await WithProgress(given.GetValue(json), progress => given.GetValue(merge)
            ? engine.MergeAsync(PartialsOf(given.GetValue(inputs)!), definition, progress, stop)
            : engine.MeasureAsync(LogOf(given, isDemonstration), definition, progress, stop));
        var files = await measurement.PublishAsync(folder, publication, stop);
        string[] names = [.. files.Select(file => file.Name)];
        if (given.GetValue(json))
        {
            PrintJson(measurement, folder, names);
        }
        else
        {
            PrintTables(measurement, folder, names, isDemonstration);
        }

        return measurement.Certificate.Verify().Count == 0 ? 0 : 2;
    }
    catch (EngineException error)
    {
        return Fail(error.Message);
    }
    catch (OperationCanceledException)
    {
        _ = Fail("stopped; nothing was published");
        return 130; // What a shell expects of an interrupted command: 128 + SIGINT.
    }
}

async Task<int> MeasureShardAsync(
    ParseResult given, AudienceEngine engine, MeasurementDefinition definition, VisitorShard one, string folder, bool isDemonstration, CancellationToken stop)
{
    var file = Path.Combine(folder, $"shard-{one.Index}-of-{one.Count}.dnma");
    var partial = await WithProgress(given.GetValue(json), progress => engine.MeasureShardAsync(LogOf(given, isDemonstration), definition, one, file, progress, stop));
    Console.WriteLine(given.GetValue(json)
        ? JsonSerializer.Serialize(new { shard = one.ToString(), hits = partial.Hits, hits_of_all_shards = partial.HitsOfAllShards, visits = partial.Visits, file })
        : $"Shard {one}: {Number(partial.Hits)} of {Number(partial.HitsOfAllShards)} hits, {Number(partial.Visits)} visits, in {file}. With all shards there: --merge");
    return 0;
}

// A folder stands for the partial results in it.
static string[] PartialsOf(string[] names) =>
    [.. names.SelectMany(name => Directory.Exists(name) ? Directory.EnumerateFiles(name, "*.dnma").Order(StringComparer.Ordinal) : Enumerable.Repeat(name, 1))];

HitLog LogOf(ParseResult given, bool isDemonstration)
{
    var names = isDemonstration ? [Fixture("hits.log.gz")] : given.GetValue(inputs)!;
    return (names is ["-"] ? HitLog.StandardInput() : HitLog.Files(names)).As(HitFormatCodes.Of(given.GetValue(format)!));
}

async Task<MeasurementDefinition> DefinitionOf(ParseResult given, bool isDemonstration, CancellationToken stop)
{
    var annuaire = given.GetValue(establishments) ?? (isDemonstration ? Fixture("annuaire.csv") : null);
    var definition = new MeasurementDefinition
    {
        Norm = Norm.Of(given.GetValue(norm)!),
        Zone = CivilZone.Of(given.GetValue(zone)!),
        From = DateOf("from", given.GetValue(from)),
        To = DateOf("to", given.GetValue(to)),
        Perimeter = await PerimeterOf(given.GetValue(only)!, stop),
        CustomDimensions = given.GetValue(custom)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Annuaire = annuaire is null ? Annuaire.Empty : await Annuaire.ReadAsync(annuaire, stop),
        DisclosureThreshold = given.GetValue(threshold),
        Structures = given.GetValue(structures) is { } path ? await StructureTable.ReadAsync(path, stop) : StructureTable.Empty,
        Deployment = given.GetValue(deployment) is { } register ? await DeploymentRegister.ReadAsync(register, stop) : DeploymentRegister.Empty,
        Collectivities = given.GetValue(collectivities) is { } known ? await CollectivityTable.ReadAsync(known, stop) : CollectivityTable.Empty,
        History = [.. await Task.WhenAll(given.GetValue(history)!.Select(earlier => PublishedMeasurement.ReadAsync(earlier, stop)))],
    };
    Warn("--establishments", definition.Annuaire.Skipped);
    Warn("--structures", definition.Structures.Skipped);
    Warn("--deployment", definition.Deployment.Skipped);
    Warn("--collectivities", definition.Collectivities.Skipped);
    definition = DaysOf(definition, given);
    return definition with
    {
        Periods = given.GetValue(periods) is { } some ? IndicatorCodes.PeriodsOf(some) : definition.Periods,
        Levels = given.GetValue(levels) is { } few ? IndicatorCodes.LevelsOf(few) : definition.Levels,
    };
}

async Task<PerimeterDefinition> PerimeterOf(string[] conditions, CancellationToken stop)
{
    const string List = "uai=@";
    var perimeter = PerimeterDefinition.Everything;
    foreach (var condition in conditions)
    {
        if (condition.StartsWith(List, StringComparison.Ordinal))
        {
            var uais = await UaiList.ReadAsync(condition[List.Length..], stop);
            Warn("--only", uais.Skipped);
            perimeter = perimeter.Only(PerimeterKind.Establishment, uais.Uais);
        }
        else
        {
            perimeter = perimeter.Only(condition);
        }
    }

    return perimeter;
}

MeasurementDefinition DaysOf(MeasurementDefinition definition, ParseResult given)
{
    var (year, week) = (given.GetValue(schoolYear), given.GetValue(schoolWeek));
    if ((definition.From ?? definition.To) is null ? year is not null && week is not null : year is not null || week is not null)
    {
        throw new EngineException(ErrorId.InvalidOption, "school-year, school-week", "days are given twice", "give --from and --to, --school-year or --school-week");
    }

    return year is { } one ? definition.OverSchoolYear(one)
        : week is null ? definition
        : week.Split(':') is [var start, var rank, var area] && int.TryParse(start, out var first) && int.TryParse(rank, out var number) && Enum.TryParse<SchoolZone>(area, ignoreCase: true, out var known) && !int.TryParse(area, out _)
            ? definition.OverSchoolWeek(first, number, known)
            : throw new EngineException(ErrorId.InvalidOption, "school-week", $"\"{week}\" is no school week", $"write YEAR:RANK:ZONE, for example 2022:1:B; zones are {string.Join(", ", Enum.GetNames<SchoolZone>())}");
}

SigningKey? SigningKeyOf(ParseResult given) => given.GetValue(sign) is { } path ? SigningKey.FromFile(path, given.GetValue(passwordFile)) : null;

async Task<Replacement?> ReplacementOf(ParseResult given, CancellationToken stop) => given.GetValue(replaces) is { } path
    ? Replacement.Of(await CertificateStatement.ReadAsync(path, stop), given.GetValue(reason) ?? "")
    : null;

RecountScope RecountOf(ParseResult given) => given.GetValue(recount) switch
{
    "auto" => given.GetValue(merge) || given.GetValue(shard) is not null ? RecountScope.None : RecountScope.Sample,
    "none" => RecountScope.None,
    "sample" => RecountScope.Sample,
    "full" => RecountScope.Full,
    var other => throw new EngineException(ErrorId.InvalidOption, "recount", $"\"{other}\" is nobody", "use auto, none, sample or full"),
};

static async Task<T> WithProgress<T>(bool isQuiet, Func<IProgress<MeasurementProgress>?, Task<T>> measure)
{
    if (isQuiet || Console.IsErrorRedirected || Console.IsOutputRedirected)
    {
        return await measure(null);
    }

    var columns = new ProgressColumn[] { new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn() };
    return await AnsiConsole.Progress().AutoClear(true).Columns(columns).StartAsync(async context =>
    {
        var stages = Enum.GetValues<MeasurementStage>().Select(stage => context.AddTask(stage.ToString(), autoStart: false)).ToArray();
        return await measure(new Progress<MeasurementProgress>(step =>
        {
            var stage = stages[(int)step.Stage];
            foreach (var done in stages[..(int)step.Stage])
            {
                (done.IsIndeterminate, done.Value) = (false, done.MaxValue);
            }

            stage.StartTask();
            var (part, whole) = step.Stage == MeasurementStage.Reading ? (step.BytesRead, step.BytesTotal) : (step.PartsDone, step.PartsTotal);
            stage.IsIndeterminate = whole == 0 || step.Stage == MeasurementStage.Publishing;
            stage.Value = 100.0 * part / Math.Max(1, whole);
            if (step is { Stage: MeasurementStage.Reading, Rate: > 0 })
            {
                stage.Description = string.Create(CultureInfo.InvariantCulture, $"Reading, {step.Rate / 1_000_000:0} MB/s");
            }
        }));
    });
}

static void PrintTables(Measurement measurement, string folder, string[] files, bool isDemonstration)
{
    if (isDemonstration)
    {
        Console.WriteLine("No input was named: this is the fixture day. Yours: dotnet run samples/measure.cs -- <file|folder|glob>...");
    }

    var definition = measurement.Definition;
    Console.WriteLine($"Norm {definition.Norm.Name}, days of {definition.Zone.Id}, {PeriodOf(measurement)}{(definition.Perimeter.IsEverything ? "" : $", only {definition.Perimeter}")}");
    if (measurement.NationalTotal is { Visits: > 0 } total)
    {
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 100 : AnsiConsole.Profile.Width;
        Print("profile", "bounces", [.. measurement.National(Dimension.Profile).OrderByDescending(row => row.Visits), total], row => Percent(row.Bounces, row.Visits));
        var services = measurement.National(Dimension.Service).Where(row => row.Modality is not (IndicatorCodes.Unknown or "page_ent")).OrderByDescending(row => row.Visits).ToArray();
        Print($"service ({Math.Min(5, services.Length)} of {services.Length})", "of visits", services[..Math.Min(5, services.Length)], row => Percent(row.Visits, total.Visits));
    }

    var ledger = measurement.Certificate.Ledger;
    var excluded = Enum.GetValues<ExclusionReason>().Select(reason => (Name: reason.Code(), Count: ledger.Qualification[reason]));
    Console.WriteLine($"{Number(ledger.Read)} records read = {Number(ledger.Qualification.Qualified)} qualified, in {Number(ledger.Visits.Counted)} visits{(ledger.Visits.OutOfPerimeter > 0 ? $" and {Number(ledger.Visits.OutOfPerimeter)} out of perimeter" : "")}");
    PrintPart("excluded", excluded);
    PrintPart("rejected", ledger.Rejected.Select(line => (line.Name, line.Count)));
    PrintPart("merged", [("parts-of-split-hits", ledger.Merged)]);
    var broken = measurement.Certificate.Laws.Where(law => !law.Holds).ToArray();
    Console.WriteLine(broken.Length == 0
        ? $"All {measurement.Certificate.Laws.Count} conservation laws hold."
        : $"{broken.Length} of {measurement.Certificate.Laws.Count} conservation laws do NOT hold: {broken[0].Statement} ({broken[0].Detail}). Do not publish these figures.");
    if (measurement.Recount is { } second)
    {
        var whose = second.OneIn == 1 ? "all visitors" : $"one person in {Number(second.OneIn)} ({Number(second.Hits)} hits)";
        Console.WriteLine(second.Agrees
            ? $"Recounted in SQL: {Number(second.Cells)} figures of {whose} agree."
            : $"Recounted in SQL: {Number(second.Differing)} of {Number(second.Cells)} figures of {whose} do NOT agree{(second.Differences.Count > 0 ? $": {second.Differences[0]}" : "")}. Do not publish these figures.");
    }

    if (measurement.Disclosure is { } disclosure)
    {
        Console.WriteLine($"Withheld: {Number(disclosure.Primary)} of {Number(disclosure.Rows)} rows for fewer than {disclosure.Threshold} users, {Number(disclosure.Secondary)} for their sake.{(disclosure.LeftOut.Count > 0 ? $" Left out whole: {string.Join(", ", disclosure.LeftOut)}." : "")}");
    }

    PrintFindings(measurement.Controls);
    Console.WriteLine($"In {folder}: dashboard.html, to be looked at in a browser, and");
    foreach (var line in files.Where(file => file != "dashboard.html").GroupBy(file => file.StartsWith("fr-en", StringComparison.Ordinal) ? 1 : file.StartsWith("cert", StringComparison.Ordinal) ? 2 : 0))
    {
        Console.WriteLine($"  {string.Join("  ", line)}");
    }

    foreach (var warning in measurement.Certificate.Warnings)
    {
        Console.Error.WriteLine($"warning: {warning}");
    }
}

// The severest first, one line a control; notices are counted only.
static void PrintFindings(FindingTable found)
{
    string[] counts = [.. Enum.GetValues<ControlSeverity>().Reverse().Where(severity => found.CountOf(severity) > 0).Select(severity => $"{Number(found.CountOf(severity))} {severity.Code()}")];
    if (counts.Length == 0)
    {
        return;
    }

    Console.WriteLine($"Findings of the controls: {string.Join(", ", counts)}. What to do about them: controls.csv, controls.json, dashboard.html.");
    var grave = found.Where(finding => finding.Control.Severity > ControlSeverity.Notice).GroupBy(finding => finding.Control).ToArray();
    foreach (var same in grave.Take(MaxControls))
    {
        var others = same.Count() > 1 ? $" and {Number(same.Count() - 1)} more" : "";
        Console.WriteLine($"  {same.Key.Severity.Code()}: {same.Key.Id}, {same.First().Level.Code()} {same.First().Code}{others}. {same.Key.Meaning.English}");
    }

    if (grave.Length > MaxControls)
    {
        Console.WriteLine($"  and {Number(grave.Length - MaxControls)} more controls");
    }
}

static void Print(string first, string last, IReadOnlyList<IndicatorRow> rows, Func<IndicatorRow, string> lastOf)
{
    var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.Ascii2 : TableBorder.Rounded).AddColumn(first.PadRight(22));
    foreach (var name in new[] { "visits", "users", "page views", "time/visit", last })
    {
        table.AddColumn(new TableColumn(name.PadLeft(10)).RightAligned().NoWrap());
    }

    foreach (var row in rows)
    {
        var style = row.Dimension == Dimension.Total ? Style.Parse("bold") : Style.Plain;
        string[] cells = row.IsWithheld
            ? [row.Modality, .. Enumerable.Repeat("N/A", 5)]
            : [row.Modality, Number(row.Visits), Number(row.Users), Number(row.PageViews), Time(row), lastOf(row)];
        table.AddRow(cells.Select(cell => new Text(cell, style)));
    }

    AnsiConsole.Write(table);
}

static void PrintPart(string what, IEnumerable<(string Name, long Count)> reasons)
{
    var some = reasons.Where(reason => reason.Count > 0).OrderByDescending(reason => reason.Count).ToArray();
    if (some.Length > 0)
    {
        Console.WriteLine($"  + {Number(some.Sum(reason => reason.Count))} {what}: {string.Join(", ", some.Select(reason => $"{Number(reason.Count)} {reason.Name}"))}");
    }
}

static void PrintJson(Measurement measurement, string folder, string[] files)
{
    var (total, ledger) = (measurement.NationalTotal, measurement.Certificate.Ledger);
    var summary = new
    {
        norm = measurement.Definition.Norm.Name,
        perimeter = measurement.Definition.Perimeter.IsEverything ? null : measurement.Definition.Perimeter.ToString(),
        from = measurement.From,
        to = measurement.To,
        visits = total?.Visits ?? 0,
        users = total?.Users ?? 0,
        page_views = total?.PageViews ?? 0,
        hits = total?.Hits ?? 0,
        duration_ms = total?.DurationMs ?? 0,
        timed_visits = total?.TimedVisits ?? 0,
        read = ledger.Read,
        rejected = ledger.RejectedTotal,
        merged = ledger.Merged,
        excluded = ledger.Qualification.Excluded,
        qualified = ledger.Qualification.Qualified,
        laws_hold = measurement.Certificate.Laws.All(law => law.Holds),
        recount = measurement.Recount is { } second
            ? new { one_in = second.OneIn, hits = second.Hits, figures = second.Cells, differing = second.Differing, first = second.Differences.Count > 0 ? second.Differences[0].ToString() : null }
            : null,
        findings = Enum.GetValues<ControlSeverity>().ToDictionary(severity => severity.Code(), measurement.Controls.CountOf),
        warnings = measurement.Certificate.Warnings,
        folder,
        files,
    };
    Console.WriteLine(JsonSerializer.Serialize(summary, new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
}

static string PeriodOf(Measurement measurement) => measurement is not { From: { } from, To: { } to } ? "no qualified hit"
    : to == from.AddDays(1) ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}")
    : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}");

static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

static string Percent(long part, long whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.0} %");

// The norm's time per visit; in a service, the time in it over the visits that used it (as in the open data).
static string Time(IndicatorRow row)
{
    var visits = row.Dimension == Dimension.Service ? row.Visits : row.TimedVisits;
    return visits == 0 ? "-" : TimeSpan.FromSeconds((long)Math.Round((decimal)row.DurationMs / visits / 1000, MidpointRounding.AwayFromZero)).ToString("c", CultureInfo.InvariantCulture);
}

static DateOnly? DateOf(string option, string? text) =>
    text is null ? null
    : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
    : throw new EngineException(ErrorId.InvalidOption, option, $"\"{text}\" is not a date", "write YYYY-MM-DD");

static string Fixture(string name) =>
    Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day", name));

static Option<string> Option(string name, string value, string description, string? standard = null)
{
    var option = new Option<string>(name) { HelpName = value, Description = description };
    if (standard is not null)
    {
        option.DefaultValueFactory = _ => standard;
    }

    return option;
}

static void Warn(string option, IReadOnlyList<SkippedRow> skipped)
{
    if (skipped.Count > 0)
    {
        Console.Error.WriteLine($"warning: {option}: {Number(skipped.Count)} rows were not used; the first is in line {Number(skipped[0].Line)}: {skipped[0].Reason}");
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine($"measure: {message.ReplaceLineEndings(" ")}");
    return 1;
}

internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        _ = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine("""
            Examples:
              dotnet run samples/measure.cs                                   the fixture day
              dotnet run samples/measure.cs -- logs/ --out september          every log of a folder
              dotnet run samples/measure.cs -- "logs/*.log.gz" --establishments annuaire.csv --from 2022-09-05 --to 2022-09-12
              dotnet run samples/measure.cs -- matomo.log --norm matomo --structures structures.csv
              dotnet run samples/measure.cs -- logs/ --establishments annuaire.csv --only academy=18,25 --only school-level=2d
              zcat hits.csv.gz | dotnet run samples/measure.cs -- - --json
              dotnet run samples/measure.cs -- logs/ --secret-file key --shard 1/2 --out shards      and 2/2, in another process; then
              dotnet run samples/measure.cs -- --merge shards/ --out september

            Exit status:
              0    measured; also an input without a countable hit, with a warning and tables of headers only
              1    a wrong argument, a file that cannot be opened, a format that cannot be decided, or every record rejected
              2    measured, but a conservation law or a check of the certificate failed: do not publish
              130  interrupted: nothing was published
            """);
        return 0;
    }
}
