using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest;

/// <summary>
/// One accepted hit as <see cref="ICodedSink"/> takes it: a row of codes, and the few texts that are not coded. The spans are valid during the call only. A value
/// of one thread's stack.
/// </summary>
internal ref struct CodedHit(CodedColumns columns)
{
    private readonly CodedColumns _columns = columns;

    /// <summary>Which row of the columns it is.</summary>
    public int Row;

    /// <summary>When, in milliseconds UTC since 1970.</summary>
    public long InstantMs;

    /// <summary>The raw person id; becomes a keyed pseudonym.</summary>
    public ReadOnlySpan<byte> Visitor;

    /// <summary>The raw browser id, where <see cref="ICodedSink.NeedsClients"/>.</summary>
    public ReadOnlySpan<byte> Client;

    /// <summary>The label of a click or an event; empty in any other hit.</summary>
    public ReadOnlySpan<byte> Label;

    /// <summary>What was noticed; the encoder adds to it.</summary>
    public HitFlags Flags;

    /// <summary>The hit's code in a column.</summary>
    public readonly ulong this[CodedColumn column] => _columns[column, Row];
}
