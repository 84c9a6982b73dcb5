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
    public static PartialFile Check(string path, CancellationToken cancellation)
    {
        byte[] digest;
        using (var whole = new OpenPartial(path))
        {
            whole.Reader.Skip(cancellation);
            digest = whole.Reader.Finish();
        }

        using var file = new OpenPartial(path);
        return new PartialFile(path, file.Bytes, PartialHeadReader.Read(file.Reader)) { Digest = digest };
    }

    /// <summary>Opens the file once more, to read all of it.</summary>
    public OpenPartial Open() => new(Path);

    /// <summary>Checks that what was read to its end is what was checked.</summary>
    public void Finish(OpenPartial file) =>
        file.Reader.Demand(file.Reader.Finish().AsSpan().SequenceEqual(Digest), "it was written anew while it was read");
}
