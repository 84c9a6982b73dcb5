namespace Dnma.Engine.Store;

/// <summary>What a Parquet file holds, as its columns tell.</summary>
internal enum ParquetContent : byte
{
    /// <summary>Nothing that is read.</summary>
    Other,

    /// <summary>Hits with canonical columns.</summary>
    Hits,

    /// <summary>Matomo's log_visit or log_action: to be read before <see cref="MatomoHits"/>.</summary>
    MatomoLookUp,

    /// <summary>Matomo's log_link_visit_action.</summary>
    MatomoHits,
}
