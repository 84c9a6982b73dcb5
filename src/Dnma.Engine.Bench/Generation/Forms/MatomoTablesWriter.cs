using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>
/// Matomo's raw tables as three CSV files (domain §4.4): a row of log_visit for each outing, of log_link_visit_action for each hit, of
/// log_action for each address. Memory grows with the outings, for their last action is known at the end only: for small logs.
/// People without id and those who opted out have neither user_id nor idvisitor. Device, system and browser are Matomo's codes.
/// </summary>
internal sealed class MatomoTablesWriter(RecordBuffer visits, RecordBuffer links, RecordBuffer actions, HitTexts texts) : IHitWriter
{
    private static readonly byte[][] DeviceTypes = [[], "0"u8.ToArray(), "1"u8.ToArray(), "2"u8.ToArray(), "13"u8.ToArray()];

    /// <summary>By connected object; Matomo has no number for a fridge, which is one more peripheral to it.</summary>
    private static readonly byte[][] ObjectTypes =
        [[], "11"u8.ToArray(), "7"u8.ToArray(), "13"u8.ToArray(), "6"u8.ToArray(), "5"u8.ToArray(), "4"u8.ToArray(), "12"u8.ToArray()];
    private static readonly byte[][] Systems = [[], "AND"u8.ToArray(), "WIN"u8.ToArray(), "IOS"u8.ToArray(), "MAC"u8.ToArray(), "COS"u8.ToArray(), "LIN"u8.ToArray(), "TIZ"u8.ToArray()];

    private static readonly byte[][] Browsers =
    [
        [], "CM"u8.ToArray(), "SF"u8.ToArray(), "CH"u8.ToArray(), "FF"u8.ToArray(), "PS"u8.ToArray(), "SB"u8.ToArray(), "OP"u8.ToArray(), "HU"u8.ToArray(), "MU"u8.ToArray(), "IE"u8.ToArray(),
    ];

    private readonly Dictionary<long, (GeneratedHit First, long LastMs, int Hits)> _outings = [];
    private readonly SortedSet<int> _actions = [];
    private readonly LineClock _clock = LineClock.Utc(' ');
    private long _links;

    /// <inheritdoc />
    public void Start()
    {
        visits.Append("idvisit,idsite,idvisitor,user_id,visit_first_action_time,visit_last_action_time,visit_total_time,visit_total_actions,config_device_type,config_os,config_browser_name,custom_dimension_1,custom_dimension_2\n"u8);
        links.Append("idlink_va,idsite,idvisitor,idvisit,idaction_url,server_time,time_spent_ref_action,custom_dimension_1,custom_dimension_2\n"u8);
        actions.Append("idaction,name,type\n"u8);
    }

    /// <inheritdoc />
    public void Write(in GeneratedHit hit)
    {
        if (!_outings.TryGetValue(hit.Outing, out var outing))
        {
            outing = (hit, hit.LineMs, 0);
        }

        var first = hit.LineMs < outing.First.LineMs ? hit : outing.First;
        _outings[hit.Outing] = (first, Math.Max(outing.LastMs, hit.LineMs), outing.Hits + 1);
        var action = ActionOf(hit);
        _actions.Add(action);
        links.Begin();
        links.AppendNumber(++_links);
        links.Append((byte)',');
        links.Append(texts.CollectivityOf(hit));
        links.Append((byte)',');
        AppendBrowser(links, hit);
        links.Append((byte)',');
        links.AppendNumber(hit.Outing);
        links.Append((byte)',');
        links.AppendNumber(action);
        links.Append((byte)',');
        _clock.Append(links, hit.LineMs);
        links.Append(",0"u8);
        AppendDimensions(links, hit);
    }

    /// <inheritdoc />
    public RejectReason WriteBroken(ulong dice, long lineMs)
    {
        links.Begin();
        links.AppendNumber(++_links);
        links.Append(",400000,0000000000000001,999999999,1,"u8);
        _clock.Append(links, lineMs);
        links.Append(",0,,\n"u8);
        return RejectReason.OrphanRow;
    }

    /// <inheritdoc />
    public void Complete()
    {
        foreach (var (number, (first, lastMs, hits)) in _outings)
        {
            WriteVisit(number, first, lastMs, hits);
        }

        foreach (var action in _actions)
        {
            actions.Begin();
            actions.AppendNumber(action);
            actions.Append(",ent.example/"u8);
            actions.Append(action / 4 == 0 ? default : Vocabulary.PageLabels[(action / 4) - 1]);
            actions.Append((byte)',');
            actions.AppendNumber(action % 4);
            actions.Append((byte)'\n');
        }

        visits.Flush();
        links.Flush();
        actions.Flush();
    }

    /// <summary>An address under one of Matomo's types (1 page, 2 outlink, 3 download); heartbeats and events have no row of their own and count as pages.</summary>
    private static int ActionOf(in GeneratedHit hit)
    {
        var type = hit.Kind != HitKind.Click ? 1 : hit.Has(HitNotes.Download) ? 3 : 2;
        var label = hit.Service < 0 ? 0 : 1 + (hit.Service * Vocabulary.PagesPerService) + hit.Page;
        return (label * 4) + type;
    }

    private static void AppendBrowser(RecordBuffer buffer, in GeneratedHit hit)
    {
        if (hit.Person != 0 && !hit.Has(HitNotes.OptOut))
        {
            buffer.AppendHex(hit.Client);
        }
    }

    private static void AppendDimensions(RecordBuffer buffer, in GeneratedHit hit)
    {
        buffer.Append((byte)',');
        buffer.Append(Vocabulary.ProfileDimensions[(int)hit.Profile]);
        buffer.Append((byte)',');
        if (!hit.Has(HitNotes.NoEstablishment))
        {
            buffer.AppendNumber(MatomoQuery.StructureOf(hit.Establishment));
        }

        buffer.Append((byte)'\n');
    }

    private void WriteVisit(long number, in GeneratedHit first, long lastMs, int hits)
    {
        visits.Begin();
        visits.AppendNumber(number);
        visits.Append((byte)',');
        visits.Append(texts.CollectivityOf(first));
        visits.Append((byte)',');
        AppendBrowser(visits, first);
        visits.Append((byte)',');
        if (!first.Has(HitNotes.OptOut))
        {
            texts.AppendPerson(visits, first);
        }

        visits.Append((byte)',');
        _clock.Append(visits, first.LineMs);
        visits.Append((byte)',');
        _clock.Append(visits, lastMs);
        visits.Append((byte)',');
        visits.AppendNumber(hits == 1 ? 0 : ((lastMs - first.LineMs) / 1000) + 1);
        visits.Append((byte)',');
        visits.AppendNumber(hits);
        var traits = first.UserAgent < 0 ? default : UserAgentCatalogue.Entries[first.UserAgent].Traits;
        visits.Append((byte)',');
        visits.Append(traits.ConnectedObject == ConnectedObject.Aucun ? DeviceTypes[(int)traits.Device] : ObjectTypes[(int)traits.ConnectedObject]);
        visits.Append((byte)',');
        visits.Append(Systems[(int)traits.Os]);
        visits.Append((byte)',');
        visits.Append(Browsers[(int)traits.Browser]);
        AppendDimensions(visits, first);
    }
}
