using System.Text;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>The header line of a delimited table: its separator and its column names. Immutable.</summary>
internal sealed class CsvHeader
{
    private CsvHeader(byte[] line, byte separator, byte[][] names)
    {
        Line = line;
        Separator = separator;
        Names = names;
    }

    /// <summary>The line as it stands in the file, without line ending and byte order mark: when it comes again, files were joined.</summary>
    public ReadOnlyMemory<byte> Line { get; }

    /// <summary>Comma, semicolon or tab.</summary>
    public byte Separator { get; }

    /// <summary>The column names, trimmed, in the file's order and case.</summary>
    public IReadOnlyList<byte[]> Names { get; }

    /// <summary>The separator's name, for messages.</summary>
    public string SeparatorName => Separator switch { (byte)',' => "comma", (byte)';' => "semicolon", _ => "tab" };

    /// <summary>Reads a header line: the separator is the one of the three that makes the most columns (comma before semicolon before tab).</summary>
    /// <param name="line">The first line, with or without line ending and byte order mark.</param>
    /// <returns>Null where the line is no header: it is empty, or its quotes do not match.</returns>
    public static CsvHeader? TryRead(ReadOnlySpan<byte> line)
    {
        line = TableLines.WithoutReturn(TableLines.WithoutMark(line.TrimEnd((byte)'\n')));
        CsvHeader? best = null;
        foreach (var separator in ",;\t"u8)
        {
            var names = TrySplit(line, separator);
            if (names is not null && names.Length > (best?.Names.Count ?? 0))
            {
                best = new CsvHeader(line.ToArray(), separator, names);
            }
        }

        return best;
    }

    /// <summary>The index of the column called <paramref name="name"/>, in any case; −1 where none is.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Ascii.EqualsIgnoreCase(Names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    private static byte[][]? TrySplit(ReadOnlySpan<byte> line, byte separator)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        var fields = new CsvFields(line.Count(separator) + 1, separator);
        var outcome = fields.Split(line);
        if (outcome == CsvSplit.FieldCount)
        {
            // Some separators stand inside quotes.
            fields = new CsvFields(fields.Seen, separator);
            outcome = fields.Split(line);
        }

        if (outcome != CsvSplit.Ok)
        {
            return null;
        }

        var names = new byte[fields.Count][];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = fields.Field(line, i).Trim(" \t"u8).ToArray();
        }

        return names;
    }
}
