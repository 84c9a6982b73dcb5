using Dnma.Engine.Contracts;

namespace Dnma.Engine.Partials;

/// <summary>A partial result that was found whole. Immutable, thread safe.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Head">What it says before its rows.</param>
internal sealed record PartialFile(string Path, long Bytes, PartialHead Head)
{
    private byte[] Digest { get; init; } = [];

    /// <summary>Reads a file to its end, and believes its head only when the digest is right.</summary>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: it cannot be read. <see cref="ErrorId.DamagedPartial"/>: it is no whole partial result.
    /// </exception>
    public static PartialFile Open(string path, CancellationToken cancellation) => Reading(path, stream =>
    {
        var digest = Verify(stream, path, cancellation);
        stream.Position = 0;
        using var file = new DigestedReader(stream, path);
        PartialHeadReader.ReadVersion(file, path);
        return new PartialFile(path, stream.Length, PartialHeadReader.Read(file)) { Digest = digest };
    });

    /// <summary>Reads the file once more, its rows with it.</summary>
    /// <param name="readRows">Reads everything behind the head.</param>
    /// <returns>The head, whose ledgers are the caller's.</returns>
    public PartialHead ReadAgain(Action<DigestedReader> readRows) => Reading(Path, stream =>
    {
        using var file = new DigestedReader(stream, Path);
        PartialHeadReader.ReadVersion(file, Path);
        var head = PartialHeadReader.Read(file);
        readRows(file);
        file.Demand(file.Finish().AsSpan().SequenceEqual(Digest), "it was written anew while it was read");
        return head;
    });

    private static byte[] Verify(Stream stream, string path, CancellationToken cancellation)
    {
        using var file = new DigestedReader(stream, path);
        PartialHeadReader.ReadVersion(file, path);
        file.Skip(cancellation);
        return file.Finish();
    }

    private static T Reading<T>(string path, Func<Stream, T> read)
    {
        try
        {
            // Unbuffered: the reader has a buffer of its own.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return read(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, $"the partial result cannot be read ({error.Message})", "name files that shards were written to", error);
        }
    }
}
