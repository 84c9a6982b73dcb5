#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
// Two autumns as charts, made up for a school in nearly every département: over time, on the map, what changed.  dotnet run samples/charts-year.cs -- [FOLDER] [fr|en]
using System.Text;
using Dnma.Engine;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
var folder = Directory.CreateDirectory(args.ElementAtOrDefault(0) ?? "charts").FullName;
var (before, after) = (await Autumn(2024), await Autumn(2025));
var change = AudienceComparison.Run(new([before.Measured, after.Measured], 2024, 2025) { Rule = PeriodRule.YearToDate });
var ask = new ChartRequest { Language = args.ElementAtOrDefault(1) == "en" ? LabelLanguage.English : LabelLanguage.French, Source = "samples/charts-year.cs", Coverage = after.Coverage };
Write("days", AudienceCharts.VisitsOverTime(after.Indicators, ask));
Write("weeks", AudienceCharts.VisitsOverTime(after.Indicators, ask with { Period = PeriodKind.Week, Level = TerritoryLevel.Academy, Code = "15" }));
Write("tiles", AudienceCharts.AcademyTiles(after.Indicators, ask));
Write("change", AudienceCharts.ChangeWaterfall(change, ask));
void Write(string name, Chart chart)
{
    File.WriteAllText(Path.Combine(folder, $"{name}.svg"), chart.ToSvg());
    File.WriteAllBytes(Path.Combine(folder, $"{name}.png"), chart.ToPng());
    Console.WriteLine($"{name,-9} {chart.Title}");
}
static async Task<Measurement> Autumn(int year)
{
    var (begin, end) = (new DateOnly(year, 9, 1), new DateOnly(year + 1, 1, 5));
    var hits = from number in Enumerable.Range(1, 95).Where(number => number != 20 && number != (year == 2025 ? 67 : 33))
               from day in Enumerable.Range(0, end.DayNumber - begin.DayNumber).Select(begin.AddDays)
               from person in Enumerable.Range(0, 4 + (number * 7 % 9) + (year - 2024))
               from hour in Enumerable.Range(0, 1 + ((person + day.DayNumber) % 3)).Select(time => 8 + (time * 5) + (person % 4))
               where ((person * 31) + (day.DayNumber * 17) + (number * 7)) % 12 < (SchoolCalendar.BuiltIn.IsSchoolDay(day, Territories.ZoneOf($"{number:00}")!.Value) ? year - 2016 - (day.Month / 12) : 1)
               select $"{day:O}T{hour:00}:00:00+01:00,{number}-{person},{number:000}0001{"ABCDEFGHJKLMNPRSTUVWXYZ"[((number * 10000) + 1) % 23]}\n";
    var log = HitLog.Stream("log.csv", new MemoryStream(Encoding.UTF8.GetBytes("instant,visitor,uai\n" + string.Concat(hits))));
    await using var engine = AudienceEngine.Create();
    return await engine.MeasureAsync(log, new() { From = begin, To = end });
}
