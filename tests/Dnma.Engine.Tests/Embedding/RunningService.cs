using System.Diagnostics;
using System.Text.RegularExpressions;
using Dnma.Engine.Tests.Command;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>The sample service as a process of its own, on a port of the loopback that the system chose.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private RunningService(Process process) => _process = process;

    public HttpClient Client { get; } = new();

    /// <summary>All that it said so far.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public static async Task<RunningService> StartAsync(string folder, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = SampleProgram.StartOf(folder, [await SampleProgram.AssemblyOf("service", stop), "--urls", "http://127.0.0.1:0", .. arguments]);
        var service = new RunningService(Process.Start(start)!);
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        service._process.OutputDataReceived += (_, line) => Hear(line.Data);
        service._process.ErrorDataReceived += (_, line) => Hear(line.Data);
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        _ = service._process.WaitForExitAsync(stop).ContinueWith(_ => address.TrySetException(new InvalidOperationException(service.Output)), stop, TaskContinuationOptions.None, TaskScheduler.Default);
        service.Client.BaseAddress = new Uri(await address.Task);
        return service;

        void Hear(string? line)
        {
            lock (service._lines)
            {
                service._lines.Add(line ?? "");
            }

            if (Listening().Match(line ?? "") is { Success: true } match)
            {
                _ = address.TrySetResult(match.Groups[1].Value);
            }
        }
    }

    /// <summary>Ends it as a crash would.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("Now listening on: (http://[0-9.:]+)")]
    private static partial Regex Listening();
}
