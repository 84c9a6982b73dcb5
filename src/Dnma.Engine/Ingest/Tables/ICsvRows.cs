namespace Dnma.Engine.Ingest.Tables;

/// <summary>What becomes of the rows of one delimited table. Implemented by structs, so that a row costs no virtual call.</summary>
internal interface ICsvRows
{
    /// <summary>Takes a row that has the right number of fields.</summary>
    void Take(CsvFields fields, in RecordPosition position, ReadOnlySpan<byte> line);
}
