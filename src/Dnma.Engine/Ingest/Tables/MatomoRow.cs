namespace Dnma.Engine.Ingest.Tables;

/// <summary>A row of one of Matomo's raw tables while its columns are being read. Null is empty, however the export writes it.</summary>
internal ref struct MatomoRow
{
    public ReadOnlySpan<byte> IdSite;
    public ReadOnlySpan<byte> IdVisit;
    public ReadOnlySpan<byte> IdVisitor;
    public ReadOnlySpan<byte> UserId;
    public ReadOnlySpan<byte> LastActionTime;
    public ReadOnlySpan<byte> DeviceType;
    public ReadOnlySpan<byte> Os;
    public ReadOnlySpan<byte> Browser;
    public ReadOnlySpan<byte> Profile;
    public ReadOnlySpan<byte> Structure;
    public ReadOnlySpan<byte> Host;
    public ReadOnlySpan<byte> Service;
    public ReadOnlySpan<byte> ServiceType;
    public ReadOnlySpan<byte> Tool;
    public ReadOnlySpan<byte> Project;
    public ReadOnlySpan<byte> ServerTime;
    public ReadOnlySpan<byte> UrlAction;
    public ReadOnlySpan<byte> NameAction;
    public ReadOnlySpan<byte> EventCategory;
    public ReadOnlySpan<byte> EventAction;
    public ReadOnlySpan<byte> ContentName;
    public ReadOnlySpan<byte> IdAction;
    public ReadOnlySpan<byte> ActionName;
    public ReadOnlySpan<byte> ActionType;

    /// <summary>A value, or empty for what exports write in the place of null: <c>\N</c> (MySQL's files) and <c>NULL</c> (its client).</summary>
    public static ReadOnlySpan<byte> OrNull(ReadOnlySpan<byte> value) =>
        value.SequenceEqual("\\N"u8) || value.SequenceEqual("NULL"u8) ? default : value;

    /// <summary>Reads an id: digits, and perhaps the <c>.0</c> that tools append which know no integer with nulls. 0 is no id.</summary>
    public static bool TryId(ReadOnlySpan<byte> text, out ulong id)
    {
        text = text.Trim((byte)' ');
        if (text.EndsWith(".0"u8))
        {
            text = text[..^2];
        }

        return System.Buffers.Text.Utf8Parser.TryParse(text, out id, out var used) && used == text.Length && id != 0;
    }

    /// <summary>Puts a value into its column.</summary>
    public void Set(MatomoColumn column, ReadOnlySpan<byte> value)
    {
        value = OrNull(value);
        switch (column)
        {
            case MatomoColumn.IdSite: IdSite = value; break;
            case MatomoColumn.IdVisit: IdVisit = value; break;
            case MatomoColumn.IdVisitor: IdVisitor = value; break;
            case MatomoColumn.UserId: UserId = value; break;
            case MatomoColumn.LastActionTime: LastActionTime = value; break;
            case MatomoColumn.DeviceType: DeviceType = value; break;
            case MatomoColumn.Os: Os = value; break;
            case MatomoColumn.Browser: Browser = value; break;
            case MatomoColumn.Profile: Profile = value; break;
            case MatomoColumn.Structure: Structure = value; break;
            case MatomoColumn.Host: Host = value; break;
            case MatomoColumn.Service: Service = value; break;
            case MatomoColumn.ServiceType: ServiceType = value; break;
            case MatomoColumn.Tool: Tool = value; break;
            case MatomoColumn.Project: Project = value; break;
            case MatomoColumn.ServerTime: ServerTime = value; break;
            case MatomoColumn.UrlAction: UrlAction = value; break;
            case MatomoColumn.NameAction: NameAction = value; break;
            case MatomoColumn.EventCategory: EventCategory = value; break;
            case MatomoColumn.EventAction: EventAction = value; break;
            case MatomoColumn.ContentName: ContentName = value; break;
            case MatomoColumn.IdAction: IdAction = value; break;
            case MatomoColumn.ActionName: ActionName = value; break;
            case MatomoColumn.ActionType: ActionType = value; break;
            default: break;
        }
    }
}
