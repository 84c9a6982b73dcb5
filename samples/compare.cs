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

try
{
    var rule = PeriodRule.Of(args.ElementAtOrDefault(2) ?? "year-to-date");
    var table = args.Length == 0
        ? AudienceComparison.Run(new([await Measure(new(2024, 9, 2)), await Measure(new(2025, 9, 1))], 2024, 2025) { Rule = rule })
        : PublishedComparison.Run(await Task.WhenAll(args.Take(2).Select(folder => PublishedMeasurement.ReadAsync(folder))), request => request with { Rule = rule });
    Console.Write(ComparisonText.English(table));
}
catch (EngineException error)
{
    Console.Error.WriteLine(error.Message);
    Environment.ExitCode = 1;
}

// Three weeks of four schools; that of Strasbourg leaves after the first week of 2025; in the others pupils come on one more day, and a few parents more.
static async Task<MeasuredTable> Measure(DateOnly monday)
{
    string[] schools = ["0670001M", "0010024W", "0220158C", "0301674G"];
    var hits = from day in Enumerable.Range(0, 21) from person in Enumerable.Range(0, monday.Year == 2024 ? 80 : 84)
               where day % 7 < (person < 60 ? monday.Year - 2021 : 2) && !(monday.Year == 2025 && person % 5 % 4 == 0 && day > 6)
               select $"{monday.AddDays(day):O}T09:00:00Z,{person},{schools[person % 5 % 4]},{(person < 60 ? "eleve" : "parent")}\n";
    var log = new MemoryStream(Encoding.UTF8.GetBytes("instant,visitor,uai,profile\n" + string.Concat(hits)));
    await using var engine = AudienceEngine.Create();
    return (await engine.MeasureAsync(HitLog.Stream("log.csv", log), new() { From = monday, To = monday.AddDays(21) })).Measured;
}
