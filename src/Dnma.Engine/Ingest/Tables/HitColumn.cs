namespace Dnma.Engine.Ingest.Tables;

/// <summary>The canonical columns of a table of hits (design §6).</summary>
internal enum HitColumn : byte
{
    None,
    Instant,
    Visitor,
    Client,
    Uai,
    Profile,
    Service,
    Type,
    Tool,
    Project,
    Operator,
    Platform,
    Collectivity,
    Kind,
    Page,
    Label,
    UserAgent,
    Device,
    Os,
    Browser,
}
