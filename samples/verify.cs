#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:package System.CommandLine
#:property PublishAot=false

// Checks published figures without trusting who published them:  dotnet run samples/verify.cs -- DIR [options]
// Without arguments it measures the fixture day and verifies that, so that it always shows something.
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dnma.Engine;
using Dnma.Engine.Certification.Comparison;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Certification.Verification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.References;

var folder = new Argument<string>("DIR") { Description = "The folder that a measurement was published in. None: the fixture day.", Arity = ArgumentArity.ZeroOrOne };
var key = new Option<string>("--key") { HelpName = "FILE", Description = "The public key (PEM) that the certificate should be signed with." };
var inputs = new Option<string[]>("--inputs") { HelpName = "FILE", Description = "The inputs, under any names: they are hashed, and the figures measured again from them.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var format = new Option<string>("--format") { HelpName = "NAME", Description = "What a record of the inputs is, where that was said when they were measured.", DefaultValueFactory = _ => "auto" };
var establishments = new Option<string>("--establishments") { HelpName = "FILE", Description = "The annuaire that was measured with." };
var structures = new Option<string>("--structures") { HelpName = "FILE", Description = "The structures that were measured with." };
var deployment = new Option<string>("--deployment") { HelpName = "FILE", Description = "The deployment register that was measured with." };
var collectivities = new Option<string>("--collectivities") { HelpName = "FILE", Description = "The collectivities that controls knew of." };
var history = new Option<string[]>("--history") { HelpName = "DIR", Description = "The earlier measurements that controls compared with, in the same order.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var recount = new Option<bool>("--recount") { Description = "Count every figure of the inputs a second time, in SQL." };
var against = new Option<string>("--against") { HelpName = "DIR", Description = "Another published folder: says what the two certificates have in common, and what not, where this one is sound." };
var json = new Option<bool>("--json") { Description = "Print one JSON object, and nothing else on standard output." };

var command = new RootCommand("Checks published figures: files, laws, signature, and with the inputs at hand the figures themselves. Exit status: 0 sound, 1 nothing to check, 2 something does not hold.");
command.Arguments.Add(folder);
foreach (var option in new Option[] { key, inputs, format, establishments, structures, deployment, collectivities, history, recount, against, json })
{
    command.Options.Add(option);
}

command.SetAction(VerifyAsync);
var parsed = command.Parse(args);
return parsed.Errors.Count > 0 ? Fail(parsed.Errors[0].Message) : await parsed.InvokeAsync();

async Task<int> VerifyAsync(ParseResult given, CancellationToken stop)
{
    try
    {
        using var trusted = given.GetValue(key) is { } path ? VerificationKey.FromFile(path) : null;
        var request = new VerificationRequest
        {
            Key = trusted,
            Inputs = given.GetValue(inputs)!,
            Format = HitFormatCodes.Of(given.GetValue(format)!),
            Annuaire = given.GetValue(establishments) is { } annuaire ? await Annuaire.ReadAsync(annuaire, stop) : Annuaire.Empty,
            Engine = new EngineOptions { Recount = given.GetValue(recount) ? RecountScope.Full : RecountScope.None },
            Structures = given.GetValue(structures) is { } table ? await StructureTable.ReadAsync(table, stop) : StructureTable.Empty,
            Deployment = given.GetValue(deployment) is { } register ? await DeploymentRegister.ReadAsync(register, stop) : DeploymentRegister.Empty,
            Collectivities = given.GetValue(collectivities) is { } known ? await CollectivityTable.ReadAsync(known, stop) : CollectivityTable.Empty,
            History = [.. await Task.WhenAll(given.GetValue(history)!.Select(earlier => PublishedMeasurement.ReadAsync(earlier, stop)))],
        };
        var report = given.GetValue(folder) is { } published
            ? await CertificateVerifier.VerifyAsync(published, request, cancellationToken: stop)
            : await VerifyFixtureDay(request, stop);
        var comparison = given.GetValue(against) is { } other && report is { IsSound: true, Statement: { } mine }
            ? CertificateComparison.Of(await CertificateStatement.ReadAsync(Path.Combine(other, CertificateStatement.FileName), stop), mine)
            : null;
        if (given.GetValue(json))
        {
            PrintJson(report, comparison);
        }
        else
        {
            Print(report, comparison);
        }

        return report.IsSound ? 0 : 2;
    }
    catch (EngineException error)
    {
        return Fail(error.Message);
    }
}

static async Task<VerificationReport> VerifyFixtureDay(VerificationRequest request, CancellationToken stop)
{
    var day = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day"));
    var log = Path.Combine(day, "hits.log.gz");
    var published = Directory.CreateTempSubdirectory("dnma-verify-");
    try
    {
        await using var engine = AudienceEngine.Create();
        var definition = new MeasurementDefinition { Annuaire = await Annuaire.ReadAsync(Path.Combine(day, "annuaire.csv"), stop) };
        var measurement = await engine.MeasureAsync(HitLog.Files(log), definition, cancellationToken: stop);
        _ = await measurement.PublishAsync(published.FullName, stop);
        return await CertificateVerifier.VerifyAsync(published.FullName, request with { Inputs = [log], Annuaire = definition.Annuaire }, cancellationToken: stop);
    }
    finally
    {
        published.Delete(recursive: true);
    }
}

static void Print(VerificationReport report, CertificateComparison? comparison)
{
    foreach (var line in report.Checked)
    {
        Console.WriteLine($"holds        {line}");
    }

    foreach (var line in report.Unchecked)
    {
        Console.WriteLine($"not checked  {line}");
    }

    foreach (var finding in report.Findings)
    {
        Console.WriteLine($"FAILS        {finding}");
    }

    Console.WriteLine(report.IsSound ? "Sound, as far as it was checked." : $"{report.Findings.Count} finding(s): do not rely on these figures.");
    if (comparison is not null)
    {
        PrintComparison(comparison);
    }
}

static void PrintComparison(CertificateComparison comparison)
{
    Console.WriteLine($"""
        Beside the other certificate: {(comparison.HasSameDefinition ? "the same definition" : "ANOTHER DEFINITION")}, {(comparison.HasSamePeriod ? "the same days" : "other days")}, {(comparison.HasSamePerimeter ? "the same perimeter" : "ANOTHER PERIMETER")}{(comparison.IsReplacement ? "; this one replaces it" : "")}.
        """);
    foreach (var (what, differences) in new (string, IEnumerable<object>)[] { ("definition", comparison.Definition), ("input", comparison.Inputs), ("ledger", comparison.Ledger) })
    {
        foreach (var difference in differences)
        {
            Console.WriteLine($"  {what}  {difference}");
        }
    }
}

static void PrintJson(VerificationReport report, CertificateComparison? comparison) => Console.WriteLine(JsonSerializer.Serialize(
    new
    {
        sound = report.IsSound,
        findings = report.Findings.Select(finding => new { artifact = finding.Artifact, problem = finding.Problem }),
        holds = report.Checked,
        not_checked = report.Unchecked,
        certified_digest = report.Statement?.CertifiedDigest,
        comparison = comparison is null ? null : new
        {
            same_definition = comparison.HasSameDefinition,
            same_period = comparison.HasSamePeriod,
            same_perimeter = comparison.HasSamePerimeter,
            replaces = comparison.IsReplacement,
            definition = comparison.Definition.Select(one => one.ToString()),
            inputs = comparison.Inputs.Select(one => one.ToString()),
            ledger = comparison.Ledger.Select(one => one.ToString()),
        },
    },
    new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

static int Fail(string message)
{
    Console.Error.WriteLine($"verify: {message.ReplaceLineEndings(" ")}");
    return 1;
}
