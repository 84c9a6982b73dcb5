namespace Dnma.Engine.Ingest;

/// <summary>Decodes blocks of one layout: every record goes to the sink, accepted, rejected or as a part of a split hit. Not thread safe.</summary>
public abstract class BlockDecoder
{
    /// <summary>Decodes every line of a block.</summary>
    public abstract void Decode(RecordBlock block);
}
