namespace Dnma.Engine.Ingest;

/// <summary>
/// What a sink also is that takes hits whose texts are coded already, column by column. A table that tells each distinct text of a column once has it looked
/// up once; its hits are rows of numbers. What comes of a hit is the same. Not thread safe, like the sink.
/// </summary>
internal interface ICodedSink
{
    /// <summary>Whether hits must bring the browser's id as a text beside its code.</summary>
    bool NeedsClients { get; }

    /// <summary>The code of a text, good for every sink of the run; 0 for an empty one.</summary>
    ulong CodeOf(CodedColumn column, ReadOnlySpan<byte> text);

    /// <summary>Accepts a record as a hit.</summary>
    void Accept(scoped in CodedHit hit);
}
