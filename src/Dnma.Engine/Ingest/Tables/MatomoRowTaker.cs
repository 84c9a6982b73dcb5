using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// Takes the rows of one raw table, whatever file they come from: those of log_visit and log_action into the look-ups, those of
/// log_link_visit_action to the sink as hits. Not thread safe: one for each worker.
/// </summary>
internal sealed class MatomoRowTaker(MatomoTable table, MatomoTables tables, RecordSink sink)
{
    private readonly FieldPacker _packer = new();
    private readonly byte[] _visitorScratch = new byte[MatomoVisitorId.MaxLength];
    private byte[] _label = new byte[256];

    /// <summary>Takes a row.</summary>
    public void Take(scoped in MatomoRow row, CustomValues customs, in RecordPosition position, ReadOnlySpan<byte> sample)
    {
        if (table == MatomoTable.Links)
        {
            TakeLink(row, customs, position, sample);
        }
        else if (table == MatomoTable.Visits ? !tables.TryAddVisit(row, customs, _packer) : !tables.TryAddAction(row, _packer))
        {
            sink.Reject(RejectReason.Malformed, position, sample);
        }
    }

    private void TakeLink(scoped in MatomoRow row, CustomValues customs, in RecordPosition position, ReadOnlySpan<byte> sample)
    {
        var hit = default(HitFields);
        var reading = InstantText.ReadUtc(row.ServerTime, out hit.InstantMs);
        if (reading != InstantReading.Ok)
        {
            sink.Reject(reading == InstantReading.Missing ? RejectReason.MissingInstant : RejectReason.BadInstant, position, sample);
            return;
        }

        if (!MatomoRow.TryId(row.IdSite, out var site) || !MatomoRow.TryId(row.IdVisit, out var id))
        {
            sink.Reject(RejectReason.Malformed, position, sample);
            return;
        }

        if (!tables.TryVisit(site, id, out var visit))
        {
            sink.Reject(RejectReason.OrphanRow, position, sample);
            return;
        }

        hit.Collectivity = row.IdSite;
        hit.Flags |= HitFlags.CollectivityIsSite;
        hit.Visitor = visit.UserId;
        hit.Client = visit.Client.IsEmpty ? MatomoVisitorId.Normalise(row.IdVisitor, _visitorScratch) : visit.Client;
        hit.Device = visit.DeviceType;
        hit.Os = visit.Os;
        hit.Browser = visit.Browser;
        hit.Profile = Either(visit.Profile, row.Profile);
        hit.Platform = Either(visit.Host, row.Host);
        hit.Service = Either(visit.Service, row.Service);
        hit.Type = Either(visit.ServiceType, row.ServiceType);
        hit.Tool = Either(visit.Tool, row.Tool);
        hit.Project = Either(visit.Project, row.Project);
        var structure = Either(visit.Structure, row.Structure);
        hit.Uai = tables.UaiOf(structure);
        if (hit.Uai.IsEmpty && !structure.IsEmpty)
        {
            hit.Flags |= HitFlags.UaiMalformed;
        }

        SetAction(row, ref hit);
        AddVisitCustoms(visit.Customs, customs);
        hit.CustomBytes = customs.Bytes;
        hit.CustomRanges = customs.Ranges;
        sink.Accept(in hit);
    }

    private static ReadOnlySpan<byte> Either(ReadOnlySpan<byte> visit, ReadOnlySpan<byte> row) => visit.IsEmpty ? row : visit;

    /// <summary>
    /// Kind, page and label. An event or a content impression carries the page that it happened on; a site search has no address, and its words,
    /// which a pupil wrote, are kept out; an action that log_action does not hold is of unknown kind, hence an event.
    /// </summary>
    private void SetAction(scoped in MatomoRow row, ref HitFields hit)
    {
        tables.TryAction(row.UrlAction, out var type, out hit.Page);
        if (MatomoRow.TryId(row.EventCategory, out _))
        {
            hit.Kind = HitKind.Event;
            tables.TryAction(row.EventCategory, out _, out var category);
            tables.TryAction(row.EventAction, out _, out var action);
            hit.Label = LabelOf(category, action);
            return;
        }

        if (MatomoRow.TryId(row.ContentName, out _))
        {
            hit.Kind = HitKind.Event;
            tables.TryAction(row.ContentName, out _, out hit.Label);
            return;
        }

        if (!MatomoRow.TryId(row.UrlAction, out _))
        {
            // Tracked without address: a page by its title, or a search by its words.
            tables.TryAction(row.NameAction, out type, out var name);
            hit.Page = type == MatomoActionType.PageTitle ? name : default;
            hit.Label = type == MatomoActionType.SiteSearch ? "search"u8 : default;
        }

        hit.Kind = type switch
        {
            MatomoActionType.PageUrl or MatomoActionType.PageTitle => HitKind.Page,
            MatomoActionType.Outlink or MatomoActionType.Download => HitKind.Click,
            _ => HitKind.Event,
        };
        if (type == MatomoActionType.Download)
        {
            hit.Flags |= HitFlags.Download;
        }
    }

    /// <summary>An event's label, as a request of the same event has it: <c>category / action</c>.</summary>
    private ReadOnlySpan<byte> LabelOf(ReadOnlySpan<byte> category, ReadOnlySpan<byte> action)
    {
        if (category.IsEmpty || action.IsEmpty)
        {
            return category.IsEmpty ? action : category;
        }

        var between = " / "u8;
        var length = category.Length + between.Length + action.Length;
        if (_label.Length < length)
        {
            _label = new byte[length * 2];
        }

        category.CopyTo(_label);
        between.CopyTo(_label.AsSpan(category.Length));
        action.CopyTo(_label.AsSpan(category.Length + between.Length));
        return _label.AsSpan(0, length);
    }

    /// <summary>Custom dimensions that the row has not itself come from its visit.</summary>
    private static void AddVisitCustoms(ReadOnlySpan<byte> packed, CustomValues customs)
    {
        for (var i = 0; i < customs.Count && !packed.IsEmpty; i++)
        {
            customs.Set(i, FieldPacker.Next(ref packed));
        }
    }
}
