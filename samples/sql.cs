#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:property PublishAot=false

// Indicators asked by SQL, in an in-process DuckDB: where do users come from, and how mobile are they?  dotnet run samples/sql.cs
using Dnma.Engine;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;

var day = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day");
await using var engine = AudienceEngine.Create();
var measurement = await engine.MeasureAsync(HitLog.Files(Path.Combine(day, "hits.log.gz")));

using var database = measurement.OpenDatabase();
var answer = database.Query("""
    SELECT i.code AS academy, i.visits, i.users, round(100 * r.value, 1) AS mobile_percent
    FROM indicators i
    JOIN rates r USING (period, period_start, level, code)
    WHERE i.period = 'all' AND i.level = 'academy' AND i.dimension = 'total' AND r.indicator = 'mobile_share'
    ORDER BY i.visits DESC
    """);
Console.WriteLine(answer);
