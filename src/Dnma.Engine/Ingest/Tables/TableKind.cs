namespace Dnma.Engine.Ingest.Tables;

/// <summary>What the head of a text tells of its layout, as far as tables go.</summary>
internal enum TableKind : byte
{
    /// <summary>No table that this room reads.</summary>
    None,

    /// <summary>A delimited table with canonical columns.</summary>
    Csv,

    /// <summary>JSON lines with canonical keys.</summary>
    Ndjson,

    /// <summary>A delimited export of one of Matomo's raw tables.</summary>
    MatomoTable,

    /// <summary>A body of Matomo's bulk tracking API: one JSON object whose <c>requests</c> are query strings (domain §4.4).</summary>
    MatomoBulkBody,
}
