#!/usr/bin/env dotnet
#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Dnma.Engine/Dnma.Engine.csproj
#:property PublishAot=false

// Takes hits by HTTP and serves their indicators (docs/embedding.md).  dotnet run samples/service.cs -- --spool DIR --AudienceEngine:SecretFile FILE, both whole paths
// Without arguments it serves itself a few hits on a port of its own, shows what came of them, and ends.
using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;
using Dnma.Engine;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Objects;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Microsoft.AspNetCore.Diagnostics;

if (args.Length == 0)
{
    return await Demonstrate();
}

try
{
    await using var service = Serve(args);
    await service.RunAsync();
    return 0;
}
catch (EngineException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static WebApplication Serve(string[] arguments)
{
    var builder = WebApplication.CreateBuilder(arguments);
    builder.WebHost.ConfigureKestrel(server => (server.Limits.MaxRequestBodySize, server.Limits.MaxConcurrentConnections) = (4 << 20, 256));
    builder.Services.AddAudienceEngine(builder.Configuration.GetSection("AudienceEngine"));
    builder.Services.AddProblemDetails();
    var spoolFolder = builder.Configuration["spool"] ?? throw new EngineException(ErrorId.InvalidOption, "spool", "no folder is named for the hits", "say --spool DIR");
    builder.Services.AddSingleton(services => new Spool(spoolFolder, services.GetRequiredService<MeasurementDefinition>().Zone));
    builder.Services.AddHostedService(services => services.GetRequiredService<Spool>());
    builder.Services.AddSingleton<MeasuredDays>();

    var app = builder.Build();
    // Without a secret nothing may be stored: better no service than one that finds out with the first hit.
    _ = app.Services.GetRequiredService<AudienceEngine>().Pseudonymize(new Hit(default, "anybody"));
    app.UseExceptionHandler(failed => failed.Run(Explain));
    app.MapPost("/hits", TakeAsync);
    app.MapGet("/indicators", (MeasuredDays days, DateOnly from, DateOnly to, string? level, string? dimension, string? period) => IndicatorsAsync(days, from, to, level, dimension, period));
    app.MapGet("/open-data/{table}.csv", OpenDataAsync);
    app.MapGet("/dashboard", async (MeasuredDays days, DateOnly from, DateOnly to) =>
    {
        var page = new MemoryStream();
        (await days.MeasureAsync(from, to)).WriteDashboard(page);
        return Results.Bytes(page.ToArray(), "text/html; charset=utf-8");
    });
    return app;
}

// 202 means that the hits are on the disk, under pseudonyms; anything else means that none of the batch is.
static async Task<IResult> TakeAsync(HttpRequest request, AudienceEngine engine, Spool spool)
{
    HitFormat? format = request.ContentType?.Split(';')[0].Trim() switch { "text/csv" => HitFormat.Csv, "application/x-ndjson" => HitFormat.Ndjson, _ => null };
    if (format is null)
    {
        return Results.Problem("send text/csv or application/x-ndjson", statusCode: StatusCodes.Status415UnsupportedMediaType);
    }

    // What is compressed may be of any size when it is read, and what breaks off is not known for a hit: the batch is taken as it is, and whole.
    var body = new MemoryStream();
    await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
    if (body.Length == 0 || body.GetBuffer()[body.Length - 1] != '\n')
    {
        return Results.Problem("every line ends with a line feed, the last one too; send text that is not compressed", statusCode: StatusCodes.Status400BadRequest);
    }

    body.Position = 0;
    var batch = await HitReader.ReadAsync("batch", body, format.Value, cancellationToken: request.HttpContext.RequestAborted);
    if (batch.Rejected > 0)
    {
        return Results.Problem($"{batch.Rejected} records are no hits; the first stands in line {batch.FirstLine}: {batch.FirstReason}", statusCode: StatusCodes.Status400BadRequest);
    }

    if (batch.Hits.FirstOrDefault(hit => hit.Instant.UtcDateTime.Year is < 2005 or > 2099) is not null)
    {
        return Results.Problem("an instant is before 2005 or after 2099", statusCode: StatusCodes.Status400BadRequest);
    }

    if (!spool.TryAppend(batch.Hits.Select(engine.Pseudonymize), out var stored))
    {
        request.HttpContext.Response.Headers.RetryAfter = "1";
        return Results.Problem("more batches are waiting for the disk than may: send it again", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    await stored;
    return Results.Json(new { accepted = batch.Hits.Count }, statusCode: StatusCodes.Status202Accepted);
}

static async Task<IResult> IndicatorsAsync(MeasuredDays days, DateOnly from, DateOnly to, string? level, string? dimension, string? period)
{
    if (dimension is not null && Dimension.Shipped.All(known => known.Code != dimension))
    {
        return Results.Problem($"there is no such dimension; there are {string.Join(", ", Dimension.Shipped.Select(known => known.Code))}", statusCode: StatusCodes.Status400BadRequest);
    }

    var (levels, periods) = (IndicatorCodes.LevelsOf(level ?? "national"), IndicatorCodes.PeriodsOf(period ?? "all"));
    var measurement = await days.MeasureAsync(from, to);
    var rows = measurement.Indicators.Where(row => levels.Contains(row.Level) && periods.Contains(row.Period) && row.Dimension.Code == (dimension ?? "total"));
    return Results.Json(rows.Select(row => new
    {
        period = row.Period.Code(), period_start = row.PeriodStart, level = row.Level.Code(), code = row.Code, dimension = row.Dimension.Code, modality = row.Modality,
        visits = row.Visits, users = row.Users, page_views = row.PageViews, hits = row.Hits, duration_ms = row.DurationMs, timed_visits = row.TimedVisits,
        bounces = row.Bounces, flash_visits = row.FlashVisits,
    }));
}

static async Task<IResult> OpenDataAsync(MeasuredDays days, string table, DateOnly from, DateOnly to)
{
    if (OpenDataSet.All.FirstOrDefault(set => set.Code == table) is not { } set)
    {
        return Results.Problem($"there is no table {table}; there are {string.Join(", ", OpenDataSet.All.Select(set => set.Code))}", statusCode: StatusCodes.Status404NotFound);
    }

    var csv = new MemoryStream();
    OpenDataCsv.Write(csv, (await days.MeasureAsync(from, to)).OpenData(set));
    return Results.Bytes(csv.ToArray(), "text/csv; charset=utf-8", set.FileName);
}

// What the caller did is a 4xx with the engine's own words, which hold no identifier; all else is a 500 with none.
static Task Explain(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
{
    EngineException { Id: ErrorId.InvalidOption or ErrorId.UndecidedFormat or ErrorId.NothingAccepted } error => Results.Problem(error.Message, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context),
    BadHttpRequestException error => Results.Problem(error.Message, statusCode: error.StatusCode).ExecuteAsync(context),
    _ => Results.Problem(statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(context),
};

// A few hits of two people, sent and asked for as a client would.
static async Task<int> Demonstrate()
{
    var folder = Directory.CreateTempSubdirectory("dnma-service-").FullName;
    try
    {
        var secret = Path.Combine(folder, "secret");
        await File.WriteAllTextAsync(secret, "a secret of the demonstration\n");
        await using var service = Serve(["--urls", "http://127.0.0.1:0", "--spool", Path.Combine(folder, "spool"), "--AudienceEngine:SecretFile", secret, "--Logging:LogLevel:Default", "Warning"]);
        await service.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
        await Show("POST /hits", client.PostAsync("/hits", new StringContent("""
            instant,visitor,uai,profile,service
            2022-09-05T08:00:00+02:00,anna,0450822X,ELEVE,CAHIER_TEXTES
            2022-09-05T08:05:00+02:00,anna,0450822X,ELEVE,NOTES
            2022-09-05T09:00:00+02:00,bruno,0450822X,PARENT,NOTES

            """.ReplaceLineEndings("\n"), Encoding.UTF8, "text/csv")));
        await Show("POST /hits", client.PostAsync("/hits", new StringContent("""{"visitor":"nobody knows when"}""" + "\n", Encoding.UTF8, "application/x-ndjson")));
        await Show("GET /indicators", client.GetAsync("/indicators?from=2022-09-05&to=2022-09-06&dimension=profile"));
        await Show("GET /open-data/profils.csv", client.GetAsync("/open-data/profils.csv?from=2022-09-05&to=2022-09-12"));
        Console.WriteLine("In the spool, of anna and bruno: " + string.Join(", ", Directory.EnumerateFiles(Path.Combine(folder, "spool")).Select(Path.GetFileName)));
        await service.StopAsync();
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }

    Console.WriteLine("To serve: dotnet run samples/service.cs -- --urls http://localhost:5080 --spool \"$PWD/spool\" --AudienceEngine:SecretFile \"$PWD/key\"");
    return 0;

    static async Task Show(string what, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Console.WriteLine($"{what}: {(int)answer.StatusCode}\n  {string.Join("\n  ", text.TrimEnd().Split('\n').Select(line => line.Length > 160 ? $"{line[..160]}..." : line))}");
    }
}

/// <summary>The hits on the disk: a CSV file for each local day. One task writes, many batches at a time, and says so when the disk has them. Thread safe.</summary>
internal sealed class Spool : BackgroundService
{
    private readonly Channel<(Hit[] Hits, TaskCompletionSource Stored)> _waiting = Channel.CreateBounded<(Hit[], TaskCompletionSource)>(64);
    private readonly ConcurrentDictionary<string, long> _whole = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly CivilZone _zone;

    public Spool(string folder, CivilZone zone)
    {
        (_folder, _zone) = (folder, zone);
        foreach (var file in Directory.CreateDirectory(folder).EnumerateFiles("????-??-??.csv"))
        {
            // A line that a crash cut off was never said to be stored.
            using var stream = file.Open(FileMode.Open);
            for (stream.Position = stream.Length; stream.Position > 0; stream.Position--)
            {
                stream.Position--;
                if (stream.ReadByte() == '\n')
                {
                    break;
                }
            }

            stream.SetLength(stream.Position);
            _whole[file.Name] = stream.Length;
        }
    }

    /// <summary>Queues a batch; false when too many are waiting. <paramref name="stored"/> ends when it is on the disk.</summary>
    public bool TryAppend(IEnumerable<Hit> hits, out Task stored)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stored = done.Task;
        return _waiting.Writer.TryWrite(([.. hits], done));
    }

    /// <summary>The files of a range of days, and how much of each is whole: files only grow, so a length tells the content.</summary>
    public (string Path, long Length)[] Days(DateOnly from, DateOnly to) =>
    [
        .. _whole.Where(file => string.CompareOrdinal(file.Key, NameOf(from)) >= 0 && string.CompareOrdinal(file.Key, NameOf(to)) < 0)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => (Path.Combine(_folder, file.Key), file.Value)),
    ];

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _ = _waiting.Writer.TryComplete();
        return ExecuteTask ?? Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batches = new List<(Hit[] Hits, TaskCompletionSource Stored)>();
            while (_waiting.Reader.TryRead(out var batch))
            {
                batches.Add(batch);
            }

            try
            {
                Append(batches.SelectMany(batch => batch.Hits).ToLookup(hit => NameOf(LocalCalendar.DateOf(_zone.DayOf(hit.Instant.ToUnixTimeMilliseconds())))));
                batches.ForEach(batch => batch.Stored.SetResult());
            }
            catch (Exception error)
            {
                batches.ForEach(batch => batch.Stored.SetException(error));
            }
        }
    }

    private static string NameOf(DateOnly day) => $"{day:yyyy-MM-dd}.csv";

    /// <summary>All of them or none: what cannot be written to its end is taken back.</summary>
    private void Append(ILookup<string, Hit> days)
    {
        var files = new List<(string Name, FileStream Stream)>();
        try
        {
            foreach (var day in days)
            {
                var file = new FileStream(Path.Combine(_folder, day.Key), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
                files.Add((day.Key, file));
                file.Position = _whole.GetValueOrDefault(day.Key);
                var lines = new ArrayBufferWriter<byte>();
                var csv = new HitCsvWriter(lines);
                if (file.Position == 0)
                {
                    csv.WriteHeader();
                }

                foreach (var hit in day)
                {
                    if (!csv.Write(hit))
                    {
                        throw new EngineException(ErrorId.InvalidOption, "batch", "a text holds a line feed", "send it without");
                    }
                }

                file.Write(lines.WrittenSpan);
                file.Flush(flushToDisk: true);
            }

            files.ForEach(file => _whole[file.Name] = file.Stream.Length);
        }
        catch
        {
            files.ForEach(file => file.Stream.SetLength(_whole.GetValueOrDefault(file.Name)));
            throw;
        }
        finally
        {
            files.ForEach(file => file.Stream.Dispose());
        }
    }
}

/// <summary>Measurements of ranges of days: made when they are asked for, one at a time, and kept while the hits are the same. Thread safe.</summary>
internal sealed class MeasuredDays(AudienceEngine engine, MeasurementDefinition definition, Spool spool, IHostApplicationLifetime life) : IDisposable
{
    private const int MostKept = 8;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly OrderedDictionary<string, Task<Measurement>> _kept = [];

    public void Dispose() => _turn.Dispose();

    public Task<Measurement> MeasureAsync(DateOnly from, DateOnly to)
    {
        if (from >= to || from.Year < 2005 || to.Year > 2100)
        {
            throw new EngineException(ErrorId.InvalidOption, "from, to", "they are not days of 2005 to 2099, the second one after the first", "to is the day after the last one");
        }

        // Under a norm that does not cut at midnight a visit may have begun the day before, and go on the day after.
        var days = spool.Days(from.AddDays(-1), to.AddDays(1));
        var content = $"{from:O} {to:O} {string.Join(' ', days)}";
        lock (_kept)
        {
            if (!_kept.TryGetValue(content, out var measured) || measured.IsFaulted || measured.IsCanceled)
            {
                _kept[content] = measured = MeasureAsync(days, definition.Over(from, to));
            }

            if (_kept.Count > MostKept)
            {
                _kept.RemoveAt(0);
            }

            return measured;
        }
    }

    private async Task<Measurement> MeasureAsync((string Path, long Length)[] days, MeasurementDefinition asked)
    {
        await _turn.WaitAsync(life.ApplicationStopping);
        var pipe = new Pipe();
        var fed = FeedAsync(pipe.Writer, days);
        try
        {
            return await engine.MeasureAsync(HitLog.Pipe("spool", pipe.Reader).As(HitFormat.Csv), asked, cancellationToken: life.ApplicationStopping);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await fed;
            _ = _turn.Release();
        }
    }

    /// <summary>The days' lines one behind the other, as far as they are whole: hits may be written behind them meanwhile.</summary>
    private static async Task FeedAsync(PipeWriter writer, (string Path, long Length)[] days)
    {
        Exception? failure = null;
        try
        {
            new HitCsvWriter(writer).WriteHeader();
            foreach (var (path, length) in days)
            {
                await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                for (var left = length; left > 0;)
                {
                    var memory = writer.GetMemory(1 << 16);
                    var read = await file.ReadAsync(memory[..(int)Math.Min(memory.Length, left)]);
                    left = read == 0 ? throw new EndOfStreamException() : left - read;
                    writer.Advance(read);
                    if ((await writer.FlushAsync()).IsCompleted)
                    {
                        return;
                    }
                }
            }

            _ = await writer.FlushAsync();
        }
        catch (IOException error)
        {
            failure = error;
        }
        finally
        {
            await writer.CompleteAsync(failure);
        }
    }
}
