#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj

// Hits that a program has at hand, measured as a CSV file of them would be.  dotnet run samples/hits.cs
using Dnma.Engine;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;

await using var engine = AudienceEngine.Create();
var measurement = await engine.MeasureAsync(HitLog.Hits("a morning", Morning()));
Console.WriteLine($"{measurement.NationalTotal?.Visits} visits by {measurement.NationalTotal?.Users} users");

static async IAsyncEnumerable<Hit> Morning()
{
    var eight = new DateTimeOffset(2022, 9, 5, 8, 0, 0, TimeSpan.FromHours(2));
    yield return new Hit(eight, "anna") { Uai = "0450822X", Service = "NOTES" };
    yield return new Hit(eight.AddMinutes(10), "bruno") { Uai = "0450822X", Service = "COURRIER_ELECTRONIQUE" };
    await Task.Yield(); // Hits may come as slowly as they like.
    yield return new Hit(eight.AddHours(2), "anna") { Uai = "0450822X", Service = "NOTES" };
}
