using System.Diagnostics;
using System.Globalization;
using Apache.Arrow.Ipc;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Bench.Frames;

/// <summary>The verb <c>frames</c>: a table of indicators of any size, written to each format and read back, the same table each time.</summary>
internal static class FramesCommand
{
    private const string Usage =
        """
        frames [options]          a table of indicators to data frames, Arrow, Parquet, DuckDB and CSV, and back
          --rows N                how many (default 1000000)
          --times N               how often each is timed, once before (default 3)
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (rows, times) = (1_000_000, 3);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0 || arguments[i] is not ("--rows" or "--times"))
            {
                Console.Error.WriteLine(Usage);
                return arguments.Contains("--help") ? 0 : 1;
            }

            (rows, times) = arguments[i] == "--rows" ? (number, times) : (rows, number);
        }

        var folder = Directory.CreateTempSubdirectory("frames");
        try
        {
            return await RunAsync(BenchTable.Of(rows), times, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(IndicatorTable table, int times, string folder)
    {
        string In(string name) => Path.Combine(folder, name);
        var typed = table.AsTable();
        Console.WriteLine(Text($"{table.Count} rows of {typed.Columns.Count} columns"));
        Console.WriteLine("| what | best, s | M rows/s | allocated, bytes a row | size, MB |\n|---|---:|---:|---:|---:|");

        var frame = await TimeAsync("to a data frame", times, table.Count, null, () => Task.FromResult(table.ToDataFrame()));
        var agree = Same(table, await TimeAsync("from a data frame", times, table.Count, null, () => Task.FromResult(IndicatorTables.FromDataFrame(frame))));
        using var batch = await TimeAsync("to one batch of Arrow", times, table.Count, null, () => Task.FromResult(typed.ToArrow()));
        agree &= Same(table, await TimeAsync("from one batch of Arrow", times, table.Count, null, () => Task.FromResult(IndicatorTables.FromArrow(batch))));
        _ = await TimeAsync("to a file of Arrow, batch by batch", times, table.Count, In("t.arrows"), async () =>
        {
            await using var file = File.Create(In("t.arrows"));
            await typed.WriteArrowAsync(file);
            return 0;
        });
        agree &= Same(table, await TimeAsync("from a file of Arrow, batch by batch", times, table.Count, null, async () =>
        {
            await using var file = File.OpenRead(In("t.arrows"));
            using var reader = new ArrowStreamReader(file);
            return await IndicatorTables.FromArrowAsync(reader);
        }));
        _ = await TimeAsync("to Parquet", times, table.Count, In("t.parquet"), async () =>
        {
            await typed.WriteParquetAsync(In("t.parquet"));
            return 0;
        });
        agree &= Same(table, await TimeAsync("from Parquet", times, table.Count, null, () => IndicatorTables.FromParquetAsync(In("t.parquet"))));
        using var database = await TimeAsync("to DuckDB in memory", times, table.Count, null, () => Task.FromResult(Loaded(table)));
        _ = await TimeAsync("from there to a file of DuckDB", times, table.Count, In("t.duckdb"), async () =>
        {
            await database.SaveAsync(In("t.duckdb"));
            return 0;
        });
        agree &= Same(table, await TimeAsync("from a file of DuckDB", times, table.Count, null, () => IndicatorTables.FromDatabaseAsync(In("t.duckdb"))));
        _ = await TimeAsync("to CSV", times, table.Count, In("t.csv"), async () =>
        {
            await using var file = File.Create(In("t.csv"));
            IndicatorCsv.Write(file, table);
            return 0;
        });
        agree &= Same(table, await TimeAsync("from CSV", times, table.Count, null, () => Task.FromResult(IndicatorCsvReader.Read(In("t.csv")))));
        agree &= await MeasureHitsAsync(times, Math.Min(table.Count, 1_000_000));
        Console.WriteLine(agree ? "every table read back is the one written" : "THEY DO NOT AGREE");
        return agree ? 0 : 1;
    }

    /// <summary>Hits of Arrow, measured: what the columns cost that become objects, beside the objects alone.</summary>
    private static async Task<bool> MeasureHitsAsync(int times, int count)
    {
        var hits = BenchHits.Of(count);
        await using var engine = AudienceEngine.Create();
        var objects = await TimeAsync("hits measured that are objects", times, count, null, () => engine.MeasureAsync(HitLog.Hits("hits", BenchHits.Objects(hits))));
        var columns = await TimeAsync("hits measured that are batches of Arrow", times, count, null, () => engine.MeasureAsync(HitLog.Hits("hits", ArrowHits.Read(BenchHits.Stream(hits)))));
        return objects.NationalTotal == columns.NationalTotal;
    }

    private static MeasurementDatabase Loaded(IndicatorTable table)
    {
        var database = MeasurementDatabase.Create();
        database.Load(MeasurementTables.Of(table));
        return database;
    }

    private static async Task<T> TimeAsync<T>(string what, int times, int rows, string? file, Func<Task<T>> work)
    {
        var (best, allocated, result) = (TimeSpan.MaxValue, 0L, default(T)!);
        for (var i = 0; i <= times; i++)
        {
            (result as IDisposable)?.Dispose();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            result = await work();
            best = i > 0 && watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Console.WriteLine(Text($"| {what} | {best.TotalSeconds:0.00} | {rows / best.TotalSeconds / 1e6:0.0} | {(double)allocated / rows:0} | {(file is null ? "" : Text($"{new FileInfo(file).Length / 1e6:0.0}"))} |"));
        return result;
    }

    private static bool Same(IndicatorTable expected, IndicatorTable actual) => expected.SequenceEqual(actual);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
