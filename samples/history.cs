#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj

// Published open data, read back: totals by school year, and what stands against using them.  dotnet run samples/history.cs -- <file|folder|glob>...
// Without arguments it reads the four files that the fixture day publishes.
using System.Globalization;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Contracts;
using Dnma.Engine.History;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var day = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day", "dnma");
try
{
    var history = await PublishedHistory.ReadAsync(args is [] ? [Path.Combine(day, "expected-fr-en-dnma-par-uai-*.csv")] : args);
    foreach (var table in history.Tables)
    {
        foreach (var year in table.Years(0))
        {
            Console.WriteLine($"{table.Set.Code,-17} {table.Measures[0].Visits,-27} {year.Start.Year}-{(year.Start.Year + 1) % 100:00} {year.Visits,13:N0} visits, {year.Establishments,6} establishments, {year.Weeks,2} weeks");
        }
    }

    var findings = history.Check();
    Console.WriteLine($"Findings: {findings.CountOf(ControlSeverity.Alarm)} alarm, {findings.CountOf(ControlSeverity.Warning)} warning, {findings.CountOf(ControlSeverity.Notice)} notice.");
    foreach (var group in findings.GroupBy(finding => finding.Control))
    {
        Console.WriteLine($"{group.Key.Severity.Code(),-8} {group.Key.Id,-20} {group.Count(),4} × {group.Key.Meaning.English}");
    }

    return 0;
}
catch (EngineException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
