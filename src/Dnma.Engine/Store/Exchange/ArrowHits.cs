using System.Runtime.CompilerServices;
using Apache.Arrow.Ipc;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Store.Exchange;

/// <summary>
/// Hits that a program has as Arrow: <c>HitLog.Hits("clicks", ArrowHits.Read(stream))</c>. Columns are the canonical ones, in any order and case; <c>instant</c> is
/// a timestamp (one without zone is UTC), a number of seconds, milliseconds or microseconds, or an ISO 8601 text with offset; the others are texts, plain or by
/// dictionary; null is empty. Texts, numbers (5.0 is <c>5</c>), truth values and dates of other names are values of
/// <see cref="Hit.Custom"/>, written as those of a table of Parquet are. Thread safe.
/// </summary>
public static class ArrowHits
{
    private const string Remedy = "give instant and visitor, and texts for all canonical columns but instant";

    /// <summary>Reads a stream, a batch in memory at a time; each batch, and the stream, is disposed of at its end.</summary>
    /// <param name="stream">The batches, all of one schema. Read once.</param>
    /// <param name="cancellationToken">Stops between two hits.</param>
    /// <exception cref="EngineException">
    /// While it is read: <see cref="ErrorId.InvalidReference"/>: a column is missing or of another type, or a row has an instant that is none; the message names
    /// column and row.
    /// </exception>
    public static async IAsyncEnumerable<Hit> Read(IArrowArrayStream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (stream)
        {
            var (pool, first) = (new TextPool(), 0L);
            while (await stream.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                using (batch)
                {
                    var columns = new ArrowHitColumns(batch, pool, Remedy);
                    for (var row = 0; row < batch.Length; row++)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        yield return columns.Hit(row, first + row);
                    }

                    first += batch.Length;
                }
            }
        }
    }
}
