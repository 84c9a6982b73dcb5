#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj

// The engine in a program of one's own: measure a log, read figures, publish the files.  dotnet run samples/embed.cs
using Dnma.Engine;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Visits;

var day = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day");

await using var engine = AudienceEngine.Create();
var measurement = await engine.MeasureAsync(HitLog.Files(Path.Combine(day, "hits.log.gz")), MeasurementDefinition.Of(Norm.Dnma));
foreach (var row in measurement.National(Dimension.Profile))
{
    Console.WriteLine($"{row.Modality,-20} {row.Visits,5} visits by {row.Users,4} users");
}

Console.WriteLine($"{measurement.NationalTotal?.Users} users in all: nobody is counted twice, nobody is added up.");
Console.WriteLine($"Laws broken: {measurement.Certificate.Verify().Count}");
