namespace Dnma.Engine.Ingest;

/// <summary>
/// How the lines of an input are to be read: container, hit format, columns. Immutable; shared by all workers, each of which makes
/// one decoder for it. Immutable, thread safe.
/// </summary>
public abstract class RecordLayout
{
    /// <summary>Said to the user, for example <c>"NCSA combined log of SmartTag hits"</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Makes a decoder that hands its records to <paramref name="sink"/>. A decoder serves one worker.</summary>
    public abstract BlockDecoder CreateDecoder(RecordSink sink);
}
