#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
#:property PublishAot=false

// The fixture week as charts: SVG, PNG, HTML and Vega-Lite, in French or English.  dotnet run samples/charts.cs -- [FOLDER] [fr|en]
using Dnma.Engine;
using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Reports;

var folder = Directory.CreateDirectory(args.ElementAtOrDefault(0) ?? "charts").FullName;
var fixture = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-week");
var log = HitLog.Files(Path.Combine(fixture, "hits.log.gz"));
var definition = new MeasurementDefinition { Annuaire = await Annuaire.ReadAsync(Path.Combine(fixture, "annuaire.csv")), CustomDimensions = [Dimension.LocalHour.Code] };
await using var engine = AudienceEngine.Create();
var week = (await engine.MeasureAsync(log, definition)).Indicators;
var first = (await engine.MeasureAsync(log, definition with { Perimeter = definition.Perimeter.Only("school-level=1d") })).Indicators;
var second = (await engine.MeasureAsync(log, definition with { Perimeter = definition.Perimeter.Only("school-level=2d") })).Indicators;

var ask = new ChartRequest { Language = args.ElementAtOrDefault(1) == "en" ? LabelLanguage.English : LabelLanguage.French, Source = "data/fixtures/measure/demo-week" };
Write("services", AudienceCharts.ServiceShares(week, ask));
Write("profiles", AudienceCharts.ProfileShares(week, ask with { Figure = ChartFigure.Users }));
Write("devices", AudienceCharts.DevicesByProfile(week, ask));
Write("levels", AudienceCharts.SchoolLevels(first, second, Dimension.Profile, ask));
Write("hours", AudienceCharts.SchoolDay(week, ask));

void Write(string name, Chart chart)
{
    File.WriteAllText(Path.Combine(folder, $"{name}.svg"), chart.ToSvg());
    File.WriteAllBytes(Path.Combine(folder, $"{name}.png"), chart.ToPng());
    File.WriteAllText(Path.Combine(folder, $"{name}.html"), chart.ToHtml());
    File.WriteAllText(Path.Combine(folder, $"{name}.vl.json"), chart.ToVegaLite());
    Console.WriteLine($"{name,-9} {chart.Title}");
}
