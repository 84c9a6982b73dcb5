#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
#:property PublishAot=false

// notebooks/year.ipynb without a notebook: September to September, on the full and the constant perimeter.  dotnet run samples/notebook-year.cs
using System.Text;
using Dnma.Engine;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;

await using var engine = AudienceEngine.Create();
var before = await September(2024, new DateOnly(2024, 9, 2));
var after = await September(2025, new DateOnly(2025, 9, 1));
Console.Write(before.ToText() + after.ToText());
var comparison = AudienceComparison.Run(new ComparisonRequest([before.Measured, after.Measured], 2024, 2025) { Rule = PeriodRule.YearToDate });
Console.Write(ComparisonText.English(comparison));
Console.Write(AudienceCharts.ChangeWaterfall(comparison, new ChartRequest { Language = LabelLanguage.English }).ToText());
Console.Write(comparison.Where(row => row is { Level: TerritoryLevel.Academy, Perimeter: ComparedPerimeter.Full, Subject: ComparisonSubjects.Visits }).Excerpt(caption: "Académies"));
Console.Write(comparison.Moved.Excerpt());

// Pupils come on three school days in five, in 2025 on four; a few more parents; Strasbourg's school leaves after a week, that of Nantes is new.
Task<Measurement> September(int year, DateOnly monday)
{
    string[] schools = ["0670001M", "0010024W", "0220158C", "0301674G", "0040533H", "0490867B"], minutes = ["00", "12"];
    var hits = from day in Enumerable.Range(0, 28)
               from school in schools
               where school == "0670001M" ? year == 2024 || day < 7 : school != "0490867B" || year == 2025
               from person in Enumerable.Range(0, year == 2024 ? 78 : 84)
               let profile = person < 60 ? "eleve" : person < 68 ? "enseignant" : "parent"
               where day % 7 < 5 && (person + day) % 5 < profile switch { "eleve" => year - 2021, "enseignant" => 5, _ => 1 }
               from minute in minutes
               select $"{monday.AddDays(day):O}T09:{minute}:00Z,{school}-{person},{school},{profile}\n";
    var log = new MemoryStream(Encoding.UTF8.GetBytes("instant,visitor,uai,profile\n" + string.Concat(hits)));
    return engine.MeasureAsync(HitLog.Stream($"september-{year}.csv", log), new MeasurementDefinition { From = monday, To = monday.AddDays(28) });
}
