namespace Dnma.Engine.Ingest.Tables;

/// <summary>The raw tables of Matomo that are read (domain §4.4).</summary>
internal enum MatomoTable : byte
{
    /// <summary><c>log_visit</c>: who, and with what device. Loaded before the hits.</summary>
    Visits,

    /// <summary><c>log_action</c>: addresses, titles, and what kind of action they are. Loaded before the hits.</summary>
    Actions,

    /// <summary><c>log_link_visit_action</c>: one row is one hit.</summary>
    Links,
}
