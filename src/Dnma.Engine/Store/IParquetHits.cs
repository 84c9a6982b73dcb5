using Dnma.Engine.Ingest;

namespace Dnma.Engine.Store;

/// <summary>One of the ways in which the rows of a Parquet file become hits. Thread safe, since chunks come from any thread.</summary>
internal interface IParquetHits
{
    /// <summary>What to take of each row, as SQL; behind these stands the row's number.</summary>
    IReadOnlyList<string> Expressions { get; }

    /// <summary>The functions of SQL that the expressions call, each of which codes texts of a column.</summary>
    IReadOnlyList<(string Name, CodedColumn Column)> Functions { get; }

    /// <summary>Hands over every row of a chunk: hits and rejects.</summary>
    void Deliver(DuckDbRows rows, RecordSink sink);
}
