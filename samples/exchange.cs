#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:property PublishAot=false

// Indicators to Parquet, Arrow and DuckDB, and back: the same table each time.  dotnet run samples/exchange.cs
using Apache.Arrow.Ipc;
using Dnma.Engine;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;

var day = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "..", "data", "fixtures", "measure", "demo-day");
await using var engine = AudienceEngine.Create();
var measurement = await engine.MeasureAsync(HitLog.Files(Path.Combine(day, "hits.log.gz")));
var folder = Directory.CreateTempSubdirectory().FullName;

var table = measurement.Indicators.AsTable();
foreach (var column in table.Columns.Take(8))
{
    Console.WriteLine($"{column.Name,-13} {column.Type,-13} {(column.IsNullable ? "may be null" : "")}");
}

await table.WriteParquetAsync(Path.Combine(folder, "indicators.parquet"));
var ofParquet = await IndicatorTables.FromParquetAsync(Path.Combine(folder, "indicators.parquet"));

using var bytes = new MemoryStream();
await table.WriteArrowAsync(bytes);
bytes.Position = 0;
var ofArrow = await IndicatorTables.FromArrowAsync(new ArrowStreamReader(bytes));

using var database = measurement.OpenDatabase();
await database.SaveAsync(Path.Combine(folder, "measurement.duckdb"));
var ofDuckDb = await IndicatorTables.FromDatabaseAsync(Path.Combine(folder, "measurement.duckdb"));

Console.WriteLine($"{table.Count} rows; the same from Parquet: {ofParquet.SequenceEqual(measurement.Indicators)}, Arrow: {ofArrow.SequenceEqual(measurement.Indicators)}, DuckDB: {ofDuckDb.SequenceEqual(measurement.Indicators)}");
Directory.Delete(folder, recursive: true);
