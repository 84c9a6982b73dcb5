using System.IO.Pipelines;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest;

/// <summary>One input of text as lines, for readers of other rooms: decompressed in a task of its own, beside whoever cuts and reads the lines. Not thread safe.</summary>
internal sealed class LineInput : IAsyncDisposable
{
    private static readonly PipeOptions Pipes = new(pauseWriterThreshold: 4 << 20, resumeWriterThreshold: 2 << 20, minimumSegmentSize: 1 << 18, useSynchronizationContext: false);

    private readonly Pipe _pipe = new(Pipes);
    private readonly Task _pump;

    private LineInput(OpenedInput opened, InputAccount account, BlockPool pool, CancellationToken cancellationToken)
    {
        Account = account;
        Lines = new LineCutter(_pipe.Reader, pool);
        _pump = Task.Run(() => opened.PumpAsync(_pipe.Writer, account, cancellationToken), CancellationToken.None);
    }

    /// <summary>What becomes known of the input; all of it holds once <see cref="EndAsync"/> has returned.</summary>
    public InputAccount Account { get; }

    /// <summary>Cuts its lines.</summary>
    public LineCutter Lines { get; }

    /// <summary>Reads an input that was opened, and is no Parquet file; disposes of it.</summary>
    public static LineInput Of(OpenedInput opened, string name, BlockPool pool, CancellationToken cancellationToken) => new(opened, new InputAccount(name), pool, cancellationToken);

    /// <summary>Waits until the content has been read to its end, and tells how it ended; what reading it went wrong with is thrown.</summary>
    public async Task<ContentEnding> EndAsync(CancellationToken cancellationToken)
    {
        await _pump.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Account.Ending;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Told that nobody reads any more, the pump ends at its next flush.
        await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
