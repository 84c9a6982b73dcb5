namespace Dnma.Engine.Ingest.Tables;

/// <summary>What splitting a line into fields came to.</summary>
internal enum CsvSplit : byte
{
    /// <summary>As many fields as wanted.</summary>
    Ok,

    /// <summary>More or fewer fields.</summary>
    FieldCount,

    /// <summary>A quoted field is not closed on the line.</summary>
    UnclosedQuote,

    /// <summary>Text follows the closing quote of a field.</summary>
    Malformed,
}
