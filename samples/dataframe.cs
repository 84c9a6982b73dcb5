#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:property PublishAot=false

// Indicators as a data frame: which services are opened most, and for how long?  dotnet run samples/dataframe.cs
using Dnma.Engine;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Microsoft.Data.Analysis;

var day = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day");
await using var engine = AudienceEngine.Create();
var measurement = await engine.MeasureAsync(HitLog.Files(Path.Combine(day, "hits.log.gz")));

DataFrame services = measurement.Indicators.ToDataFrame()
    .Where("period", "all").Where("level", "national").Where("dimension", "service")
    .OrderByDescending("visits");
services["minutes"] = services["duration_ms"] / 60_000L;
Console.WriteLine(new DataFrame(services["modality"], services["visits"], services["users"], services["minutes"]).Head(5));
