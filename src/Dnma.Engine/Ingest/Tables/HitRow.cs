using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Time;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// A row of a table of hits while its columns are being read: the canonical fields, and the two that still are text. What the columns
/// mean is settled here, once for CSV, JSON lines and Parquet.
/// </summary>
internal ref struct HitRow
{
    /// <summary>The fields that need no reading.</summary>
    public HitFields Fields;

    /// <summary>The instant as written.</summary>
    public ReadOnlySpan<byte> Instant;

    /// <summary>The kind as written.</summary>
    public ReadOnlySpan<byte> Kind;

    private uint _claimed;

    /// <summary>True the first time that it is asked about a column in this row: a key given twice counts once.</summary>
    public bool Claim(HitColumn column)
    {
        var bit = 1u << (int)column;
        var first = (_claimed & bit) == 0;
        _claimed |= bit;
        return first;
    }

    /// <summary>Puts a value into its column.</summary>
    public void Set(HitColumn column, ReadOnlySpan<byte> value)
    {
        switch (column)
        {
            case HitColumn.Instant: Instant = value; break;
            case HitColumn.Visitor: Fields.Visitor = value; break;
            case HitColumn.Client: Fields.Client = value; break;
            case HitColumn.Uai: Fields.Uai = value; break;
            case HitColumn.Profile: Fields.Profile = value; break;
            case HitColumn.Service: Fields.Service = value; break;
            case HitColumn.Type: Fields.Type = value; break;
            case HitColumn.Tool: Fields.Tool = value; break;
            case HitColumn.Project: Fields.Project = value; break;
            case HitColumn.Operator: Fields.Operator = value; break;
            case HitColumn.Platform: Fields.Platform = value; break;
            case HitColumn.Collectivity: Fields.Collectivity = value; break;
            case HitColumn.Kind: Kind = value; break;
            case HitColumn.Page: Fields.Page = value; break;
            case HitColumn.Label: Fields.Label = value; break;
            case HitColumn.UserAgent: Fields.UserAgent = value; break;
            case HitColumn.Device: Fields.Device = value; break;
            case HitColumn.Os: Fields.Os = value; break;
            case HitColumn.Browser: Fields.Browser = value; break;
            default: break;
        }
    }

    /// <summary>Reads the instant and hands the row on: accepted, or rejected for want of one.</summary>
    public void Deliver(RecordSink sink, CustomValues customs, in RecordPosition position, ReadOnlySpan<byte> sample) =>
        Deliver(InstantText.Read(Instant, out Fields.InstantMs), sink, customs, position, sample);

    /// <summary>Hands the row on, its instant having been read into <see cref="HitFields.InstantMs"/> with this outcome.</summary>
    public void Deliver(InstantReading reading, RecordSink sink, CustomValues customs, in RecordPosition position, ReadOnlySpan<byte> sample)
    {
        if (reading != InstantReading.Ok)
        {
            sink.Reject(ReasonOf(reading), position, sample);
            return;
        }

        Fields.Kind = KindOf(Kind);
        if (OptOutMark.IsOne(Fields.Visitor) || OptOutMark.IsOne(Fields.Client))
        {
            Fields.Flags |= HitFlags.OptOut;
        }

        Fields.CustomBytes = customs.Bytes;
        Fields.CustomRanges = customs.Ranges;
        sink.Accept(in Fields);
    }

    /// <summary>Why a row is rejected whose instant could not be read.</summary>
    public static RejectReason ReasonOf(InstantReading reading) => reading == InstantReading.Missing ? RejectReason.MissingInstant : RejectReason.BadInstant;

    /// <summary>The kind of a spelling; an unknown one is an event.</summary>
    public static HitKind KindOf(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t"u8);
        return text.IsEmpty || Ascii.EqualsIgnoreCase(text, "page"u8) ? HitKind.Page
            : Ascii.EqualsIgnoreCase(text, "click"u8) ? HitKind.Click
            : Ascii.EqualsIgnoreCase(text, "ping"u8) ? HitKind.Ping
            : HitKind.Event;
    }
}
