namespace Dnma.Engine.Ingest;

/// <summary>Why a record was rejected: the closed list. Every record that is read is accepted or has exactly one of these.</summary>
public enum RejectReason : byte
{
    /// <summary>The record is longer than 1 MiB.</summary>
    TooLong,

    /// <summary>The input ended inside the record: a cut compressed file, whose last bytes are no whole record.</summary>
    Truncated,

    /// <summary>The record has not the shape of its container (a log line, a JSON object, …).</summary>
    Malformed,

    /// <summary>A quoted field is not closed on its line.</summary>
    UnclosedQuote,

    /// <summary>The record has more or fewer fields than its header.</summary>
    FieldCount,

    /// <summary>A well-formed request or row that is not a hit: another path, another method, a call without parameters.</summary>
    NotAHit,

    /// <summary>No instant can be found.</summary>
    MissingInstant,

    /// <summary>An instant is given that is no instant.</summary>
    BadInstant,

    /// <summary>A row of a Matomo raw table points to a visit that its log_visit table does not hold.</summary>
    OrphanRow,
}
