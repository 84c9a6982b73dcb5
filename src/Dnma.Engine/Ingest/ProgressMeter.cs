namespace Dnma.Engine.Ingest;

/// <summary>Adds up how far reading has come, and reports it every few megabytes. Thread safe.</summary>
internal sealed class ProgressMeter(IProgress<IngestProgress>? progress, long? totalBytes)
{
    private const long ReportEveryBytes = 4 << 20;

    private string _input = "";
    private long _bytes;
    private long _reported;
    private long _lines;

    /// <summary>Another input is being read, or the last one has ended.</summary>
    public void Enter(string input)
    {
        Volatile.Write(ref _input, input);
        Report();
    }

    /// <summary>Bytes were read. Called by one thread at a time.</summary>
    public void AddBytes(int count)
    {
        var bytes = Interlocked.Add(ref _bytes, count);
        if (bytes - Volatile.Read(ref _reported) >= ReportEveryBytes)
        {
            Report();
        }
    }

    /// <summary>Lines were decoded. Called by any worker.</summary>
    public void AddLines(long count) => Interlocked.Add(ref _lines, count);

    private void Report()
    {
        var bytes = Interlocked.Read(ref _bytes);
        Volatile.Write(ref _reported, bytes);

        // A file that grows while it is read makes the total known before meaningless.
        progress?.Report(new IngestProgress(Volatile.Read(ref _input), bytes, bytes > totalBytes ? null : totalBytes, Interlocked.Read(ref _lines)));
    }
}
