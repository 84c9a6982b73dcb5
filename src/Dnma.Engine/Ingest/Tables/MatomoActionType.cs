namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// The values of <c>log_action.type</c> that matter here, as Matomo's tracker defines them (core/Tracker/Action.php). The rest are parts of
/// e-commerce (5–7), events (10–12) and content impressions (13–16).
/// </summary>
internal enum MatomoActionType : byte
{
    Unknown = 0,
    PageUrl = 1,
    Outlink = 2,
    Download = 3,
    PageTitle = 4,
    SiteSearch = 8,
}
