#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
#:property PublishAot=false

// A first chart, of the fixture day: as pictures, as HTML, as text.  dotnet run samples/chart.cs
using Dnma.Engine;
using Dnma.Engine.Charts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;

var day = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day");
await using var engine = AudienceEngine.Create();
var measurement = await engine.MeasureAsync(HitLog.Files(Path.Combine(day, "hits.log.gz")), new MeasurementDefinition());

var chart = AudienceCharts.ServiceShares(measurement.Indicators, new ChartRequest { Language = LabelLanguage.English });
File.WriteAllText("services.svg", chart.ToSvg());
File.WriteAllBytes("services.png", chart.ToPng(new PictureSize(1200)));
File.WriteAllText("services.html", chart.ToHtml());
Console.WriteLine(string.Join('\n', chart.Table.Rows.Take(3).Select(row => string.Join(' ', row))));
