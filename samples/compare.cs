#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:property PublishAot=false

// Is it going up? Two published measurements on the full and on the constant perimeter:  dotnet run samples/compare.cs -- DIR DIR [RULE]
// Without arguments it measures two small logs of its own, so that it always shows something.
using System.Text;
using Dnma.Engine;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

try
{
    MeasuredTable[] tables = args.Length < 2 ? [await Measure(new(2024, 9, 2)), await Measure(new(2025, 9, 1))]
        : [.. (await Task.WhenAll(args.Take(2).Select(folder => PublishedMeasurement.ReadAsync(folder)))).Select(published => published.Measured)];
    int[] years = [.. tables.Select(table => LocalCalendar.DateOf(LocalCalendar.SchoolYearStart(table.Days.Start)).Year).Order()];
    var request = new ComparisonRequest(tables, years[0], years[1]) { Rule = PeriodRule.Of(args.Length > 2 ? args[2] : "year-to-date") };
    Console.Write(ComparisonText.English(AudienceComparison.Run(request)));
    return 0;
}
catch (EngineException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

// Three weeks of four schools; that of Strasbourg leaves after the first week of 2025, more parents come to the others, and pupils on one more day.
static async Task<MeasuredTable> Measure(DateOnly monday)
{
    var log = new StringBuilder("instant,visitor,uai,profile\n");
    foreach (var (day, person) in from day in Enumerable.Range(0, 21) from person in Enumerable.Range(0, monday.Year == 2024 ? 80 : 100) where day % 7 < (person < 60 ? monday.Year - 2021 : 2) select (day, person))
    {
        var uai = (person % 4) switch { 0 => "0670001M", 1 => "0010024W", 2 => "0220158C", _ => "0301674G" };
        _ = log.Append(day > 6 && person % 4 == 0 && monday.Year == 2025 ? "" : $"{monday.AddDays(day):O}T09:00:00Z,{person},{uai},{(person < 60 ? "eleve" : "parent")}\n");
    }

    await using var engine = AudienceEngine.Create();
    return (await engine.MeasureAsync(HitLog.Stream("log.csv", new MemoryStream(Encoding.UTF8.GetBytes(log.ToString()))), new() { From = monday, To = monday.AddDays(21) })).Measured;
}
