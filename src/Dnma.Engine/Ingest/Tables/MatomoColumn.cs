namespace Dnma.Engine.Ingest.Tables;

/// <summary>The columns of Matomo's raw tables that are read.</summary>
internal enum MatomoColumn : byte
{
    None,
    IdSite,
    IdVisit,
    IdVisitor,
    UserId,
    LastActionTime,
    DeviceType,
    Os,
    Browser,
    Profile,
    Structure,
    Host,
    Service,
    ServiceType,
    Tool,
    Project,
    ServerTime,
    UrlAction,
    NameAction,
    EventCategory,
    EventAction,
    ContentName,
    IdAction,
    ActionName,
    ActionType,
}
