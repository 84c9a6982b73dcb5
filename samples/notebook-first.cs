#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Charts/Dnma.Engine.Charts.csproj
#:property PublishAot=false

// notebooks/first.ipynb without a notebook: measure a day, read the tables, check the certificate, save.  dotnet run samples/notebook-first.cs
using Dnma.Engine;
using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

var log = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day");
await using var engine = AudienceEngine.Create();
var day = await engine.MeasureAsync(
    HitLog.Files($"{log}/hits.log.gz"),
    MeasurementDefinition.Of(Norm.Dnma) with { Annuaire = await Annuaire.ReadAsync($"{log}/annuaire.csv") });
Console.Write(day.ToText());
Console.Write(day.National(Dimension.Profile).Excerpt());
Console.Write(day.National(Dimension.Service).OrderByDescending(row => row.Visits).Excerpt(8, "The eight most used services"));
Console.Write(AudienceCharts.ServiceShares(day.Indicators, new ChartRequest { Language = LabelLanguage.English }).ToText());
Console.Write(day.Indicators.Only(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.Academy && row.Dimension == Dimension.Total).Excerpt());
Console.Write(day.Certificate.ToText());
Console.Write(day.Rejects.Excerpt(5));
var files = await day.PublishAsync("out/first");
Console.WriteLine($"{files.Count} files: {string.Join(", ", files.Select(file => file.Name))}");
