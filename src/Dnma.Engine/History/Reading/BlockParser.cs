using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest.Sources;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.History.Reading;

/// <summary>
/// Reads stretches of lines into blocks of rows. A row that cannot be read is skipped, counted and told with its line. One for each thread; not thread safe.
/// </summary>
/// <param name="establishments">The establishments, shared by all parsers.</param>
/// <param name="labels">Their labels, shared likewise.</param>
internal sealed class BlockParser(SharedNumbers<string> establishments, SharedNumbers<EstablishmentLabels> labels)
{
    /// <summary>Days that no published week can have: the audience of ENT was measured in no year before, and dates far ahead are slips.</summary>
    public static readonly (DateOnly First, DateOnly Last) Plausible = (new(2005, 1, 1), new(2099, 12, 31));

    private const byte Separator = (byte)';';
    private const int LabelCount = 8;

    private readonly RowScratch _rows = new();
    private readonly Dictionary<ulong, KnownEstablishment> _byBytes = [];
    private readonly Dictionary<string, KnownEstablishment> _byText = new(StringComparer.Ordinal);
    private readonly (int Start, int Length)[] _labelFields = new (int, int)[LabelCount];
    private FileLayout? _layout;

    /// <summary>Reads lines; the rows that it skips are added to <paramref name="skipped"/>.</summary>
    /// <param name="stretch">Whole lines.</param>
    /// <param name="start">Where the first one begins.</param>
    /// <param name="ordinal">Their file.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="skipped">Receives what is skipped.</param>
    public RowBlock Parse(LineStretch stretch, int start, int ordinal, FileLayout layout, SkippedRows skipped)
    {
        if (!ReferenceEquals(layout, _layout))
        {
            // Labels are known as they stood in a file: another one may have them in another order.
            _layout = layout;
            _byBytes.Clear();
            _byText.Clear();
        }

        _rows.Reset(layout);
        var line = stretch.Line + stretch.Span[..start].Count((byte)'\n');
        var first = line;
        for (var rest = stretch.Span[start..]; !rest.IsEmpty; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            var text = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!text.IsEmpty && ParseRow(text, layout) is { } reason)
            {
                _rows.Abandon();
                skipped.Add(line, reason);
            }
        }

        return RowBlock.Of(layout, ordinal, first, _rows);
    }

    /// <summary>Reads one line; why it cannot be read, or null.</summary>
    private string? ParseRow(ReadOnlySpan<byte> line, FileLayout layout)
    {
        var cells = _rows.NextCells();
        var columns = layout.Columns;
        var (at, day, label) = (0, 0, -1);
        KnownEstablishment? school = null;
        for (var column = 0; column < columns.Count; column++)
        {
            if (column > 0)
            {
                if (at >= line.Length || line[at] != Separator)
                {
                    return "it has fewer fields than the header";
                }

                at++;
            }

            var role = columns[column];
            switch (role.Kind)
            {
                case ColumnKind.Count:
                    if (!FieldText.TryCount(line, ref at, out cells[role.Index]))
                    {
                        return $"its {role.Name} is no count";
                    }

                    break;
                case ColumnKind.Duration:
                    if (!FieldText.TryDuration(line, ref at, out cells[role.Index]))
                    {
                        return $"its {role.Name} is no time";
                    }

                    break;
                case ColumnKind.Label:
                    if (column == layout.LabelRun.First && Known(line[at..], school) is > 0 and var length)
                    {
                        (at, label) = (at + length, school!.Labels);
                        column += layout.LabelRun.Count - 1;
                        break;
                    }

                    var begin = at;
                    if (!FieldText.TryField(line, ref at, out _))
                    {
                        return "a quote is not closed";
                    }

                    _labelFields[role.Index] = (begin, at - begin);
                    break;
                default:
                    if (!FieldText.TryField(line, ref at, out var field))
                    {
                        return "a quote is not closed";
                    }

                    if (role.Kind == ColumnKind.Text)
                    {
                        _rows.AddText(field);
                    }
                    else if (role.Kind == ColumnKind.Uai)
                    {
                        if (!Utf8.IsValid(field))
                        {
                            return "it is not UTF-8";
                        }

                        school = SchoolOf(field);
                    }
                    else if (DayOf(field) is { } found)
                    {
                        day = found;
                    }
                    else
                    {
                        return $"its {role.Name} is no date from {Plausible.First.Year} to {Plausible.Last.Year}";
                    }

                    break;
            }
        }

        if (at < line.Length)
        {
            return "it has more fields than the header";
        }

        if (!layout.HasLabels && school!.Labels >= 0)
        {
            label = school.Labels;
        }

        if (label < 0 && (label = LabelsOf(line, layout, school!)) < 0)
        {
            return "a label is not UTF-8";
        }

        _rows.Commit(day, school!.Number, label);
        return null;
    }

    private static int? DayOf(ReadOnlySpan<byte> field) =>
        FieldText.DayNumber(field) is var number && number >= Plausible.First.DayNumber && number <= Plausible.Last.DayNumber
            ? LocalCalendar.DayOf(DateOnly.FromDayNumber(number))
            : null;

    /// <summary>How many bytes the labels take where they are those that the establishment had last; 0 where they are others.</summary>
    private static int Known(ReadOnlySpan<byte> rest, KnownEstablishment? school) =>
        school is { Labels: >= 0 } && rest.StartsWith(school.LabelBytes) && (rest.Length == school.LabelBytes.Length || rest[school.LabelBytes.Length] == Separator)
            ? school.LabelBytes.Length
            : 0;

    private KnownEstablishment SchoolOf(ReadOnlySpan<byte> field)
    {
        if (field.Length == Uai.Length)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_byBytes, MemoryMarshal.Read<ulong>(field), out _);
            return known ??= new KnownEstablishment(NumberOf(field));
        }

        var text = Encoding.UTF8.GetString(field);
        if (!_byText.TryGetValue(text, out var other))
        {
            _byText.Add(text, other = new KnownEstablishment(NumberOf(field)));
        }

        return other;
    }

    /// <summary>In its normal form where it has the form of a UAI; else as it came, to be told of.</summary>
    private int NumberOf(ReadOnlySpan<byte> field)
    {
        Span<byte> normal = stackalloc byte[Uai.Length];
        var text = Uai.TryNormalize(field, normal, out _) ? Encoding.ASCII.GetString(normal) : Encoding.UTF8.GetString(LabelText.Trim(field));
        return establishments.Of(text.Length == 0 ? IndicatorCodes.Unknown : text);
    }

    /// <summary>The number of a row's labels; −1 when one of them is not UTF-8.</summary>
    private int LabelsOf(ReadOnlySpan<byte> line, FileLayout layout, KnownEstablishment school)
    {
        var texts = new string[LabelCount];
        Array.Fill(texts, "");
        foreach (var role in layout.Columns)
        {
            if (role.Kind == ColumnKind.Label)
            {
                var (start, length) = _labelFields[role.Index];
                var at = 0;
                _ = FieldText.TryField(line.Slice(start, length), ref at, out var field);
                if (!Utf8.IsValid(field))
                {
                    return -1;
                }

                texts[role.Index] = Encoding.UTF8.GetString(field);
            }
        }

        school.Labels = labels.Of(new EstablishmentLabels(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7]));
        if (layout.LabelRun.Count > 0)
        {
            var first = _labelFields[layout.Columns[layout.LabelRun.First].Index].Start;
            var (last, count) = _labelFields[layout.Columns[layout.LabelRun.First + layout.LabelRun.Count - 1].Index];
            school.LabelBytes = line[first..(last + count)].ToArray();
        }

        return school.Labels;
    }
}
