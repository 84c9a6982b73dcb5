#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
#:property PublishAot=false

// Every chart as SVG, PNG, HTML and Vega-Lite, in French or English:  dotnet run samples/charts.cs -- [FOLDER] [fr|en]
// Of the fixture week, and, for what is longer and wider, of two autumns of a school in every département of the mainland that are made up here.
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
var fixture = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-week");
var definition = new MeasurementDefinition { Annuaire = await Annuaire.ReadAsync(Path.Combine(fixture, "annuaire.csv")), CustomDimensions = ["local-hour"] };
await using var engine = AudienceEngine.Create();
var (week, first, second, before, after) = ((await Week()).Indicators, (await Week("school-level=1d")).Indicators, (await Week("school-level=2d")).Indicators, await Autumn(2024), await Autumn(2025));
var change = AudienceComparison.Run(new([before.Measured, after.Measured], 2024, 2025) { Rule = PeriodRule.YearToDate });
var ask = new ChartRequest { Language = args.ElementAtOrDefault(1) == "en" ? LabelLanguage.English : LabelLanguage.French, Source = "samples/charts.cs", Coverage = after.Coverage };
Write("days", AudienceCharts.VisitsOverTime(after.Indicators, ask));
Write("weeks", AudienceCharts.VisitsOverTime(after.Indicators, ask with { Period = PeriodKind.Week, Level = TerritoryLevel.Academy, Code = "15" }));
Write("services", AudienceCharts.ServiceShares(week, ask));
Write("profiles", AudienceCharts.ProfileShares(week, ask with { Figure = ChartFigure.Users }));
Write("devices", AudienceCharts.DevicesByProfile(week, ask));
Write("levels", AudienceCharts.SchoolLevels(first, second, Dimension.Profile, ask));
Write("hours", AudienceCharts.SchoolDay(week, ask));
Write("tiles", AudienceCharts.AcademyTiles(after.Indicators, ask));
Write("change", AudienceCharts.ChangeWaterfall(change, ask));

void Write(string name, Chart chart)
{
    File.WriteAllText(Path.Combine(folder, $"{name}.svg"), chart.ToSvg());
    File.WriteAllText(Path.Combine(folder, $"{name}.html"), chart.ToHtml());
    File.WriteAllText(Path.Combine(folder, $"{name}.vl.json"), chart.ToVegaLite());
    File.WriteAllBytes(Path.Combine(folder, $"{name}.png"), chart.ToPng());
    Console.WriteLine($"{name,-9} {chart.Title}");
}

Task<Measurement> Week(string? only = null) => engine.MeasureAsync(HitLog.Files(Path.Combine(fixture, "hits.log.gz")), only is null ? definition : definition with { Perimeter = definition.Perimeter.Only(only) });

// On school days two in three persons come, else one in twelve; of the second autumn some schools are new, one has left, and people come a little oftener.
Task<Measurement> Autumn(int year)
{
    var (from, to) = (new DateOnly(year, 9, 1), new DateOnly(year + 1, 1, 5));
    var hits = from number in Enumerable.Range(1, 95).Where(number => number != 20 && number != (year == 2025 ? 67 : 33) && Territories.ZoneOf($"{number:00}") is not null)
               from day in Enumerable.Range(0, to.DayNumber - from.DayNumber)
               from person in Enumerable.Range(0, 4 + (number * 7 % 9) + (year - 2024))
               where ((person * 31) + (day * 17) + (number * 7) + (day / 7 * 5)) % 12 < (SchoolCalendar.BuiltIn.IsSchoolDay(from.AddDays(day), Territories.ZoneOf($"{number:00}")!.Value) ? year - 2016 : 1)
               select $"{from.AddDays(day):O}T{8 + (person % 9):00}:00:00+01:00,{number}-{person},{number:000}0001{"ABCDEFGHJKLMNPRSTUVWXYZ"[((number * 10000) + 1) % 23]}\n";
    return engine.MeasureAsync(HitLog.Stream("log.csv", new MemoryStream(Encoding.UTF8.GetBytes("instant,visitor,uai\n" + string.Concat(hits)))), new() { From = from, To = to });
}
