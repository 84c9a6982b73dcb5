namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Writes a hit as the query of a request: what a tag sends.</summary>
internal interface IQueryWriter
{
    /// <summary>The path that the tag calls.</summary>
    ReadOnlySpan<byte> Path { get; }

    /// <summary>How many requests the hit takes: one, unless it is split.</summary>
    int PartsOf(in GeneratedHit hit);

    /// <summary>Appends the query, without question mark, of one part (from 1).</summary>
    void Append(RecordBuffer buffer, in GeneratedHit hit, int part);
}
