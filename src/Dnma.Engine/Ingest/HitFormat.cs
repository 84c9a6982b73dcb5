namespace Dnma.Engine.Ingest;

/// <summary>What a record of an input is. The container (NCSA, W3C, JSON lines, …) and the compression are always detected.</summary>
public enum HitFormat
{
    /// <summary>Found out from the first 64 KiB of each input.</summary>
    Auto,

    /// <summary>Requests to <c>hit.xiti</c> in a log: the 2012 marker and the SmartTag (domain §4.1, §4.2).</summary>
    Xiti,

    /// <summary>Requests to <c>matomo.php</c> in a log, bulk bodies, or Matomo's raw tables (domain §4.4).</summary>
    Matomo,

    /// <summary>A delimited table with the canonical columns (design §6).</summary>
    Csv,

    /// <summary>JSON objects with the canonical names, one a line (design §6).</summary>
    Ndjson,

    /// <summary>A Parquet file with the canonical columns (design §6).</summary>
    Parquet,
}
