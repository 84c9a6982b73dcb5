using System.IO.Pipelines;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest;

/// <summary>An input whose bytes are open and whose compression is known.</summary>
internal sealed class OpenedInput : IDisposable
{
    private readonly RawInput _raw;
    private readonly ContentReader _content;

    private OpenedInput(RawInput raw, ContentReader content)
    {
        _raw = raw;
        _content = content;
        IsParquet = content is PlainContent && ContentOpening.IsParquet(raw.Window.Span);
    }

    /// <summary>True for a Parquet file, whose bytes are hashed here and read elsewhere.</summary>
    public bool IsParquet { get; }

    /// <summary>The name of the compression; empty for none.</summary>
    public string Compression => _content.Compression;

    /// <summary>Opens an input.</summary>
    public static async Task<OpenedInput> OpenAsync(InputSource source, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var raw = source.Open();
        raw.BytesRead = meter.AddBytes;
        try
        {
            return new OpenedInput(raw, await ContentOpening.OpenAsync(raw, source.Name, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    /// <summary>Writes the content into a pipe, then reads what is left of the stored bytes, and tells what was seen; disposes the input.</summary>
    public async Task PumpAsync(PipeWriter writer, InputAccount account, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var memory = writer.GetMemory(_content.ChunkBytes)[.._content.ChunkBytes];
                var read = await _content.ReadAsync(memory, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                writer.Advance(read);
                var flushed = await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                if (flushed.IsCompleted)
                {
                    break;
                }
            }

            await DrainAsync(account, cancellationToken).ConfigureAwait(false);
            await writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            await writer.CompleteAsync(cause).ConfigureAwait(false);
            throw;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Reads the stored bytes to their end, for their digest.</summary>
    public async Task DrainAsync(InputAccount account, CancellationToken cancellationToken)
    {
        await _raw.DrainAsync(cancellationToken).ConfigureAwait(false);
        account.Bytes = _raw.Count;
        account.Sha256 = _raw.DigestHex();
        account.Compression = Compression;
        account.Ending = _content.Ending;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _raw.Dispose();
    }
}
