namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// A W3C extended log (IIS, CloudFront). Its <c>#Fields:</c> directive may come again and change the fields; where lines have a time and
/// no date, the last <c>#Date:</c> directive gives the day (a log that runs over midnight must then repeat it, as servers do).
/// </summary>
internal sealed class W3cLayout(string description, W3cFields fields, Func<RecordSink, RequestDecoder> createFormat) : RecordLayout, IDirectedLayout
{
    /// <summary>The directive that names the fields.</summary>
    public static ReadOnlySpan<byte> FieldsDirective => "#Fields:"u8;

    /// <summary>The directive that dates what follows.</summary>
    public static ReadOnlySpan<byte> DateDirective => "#Date:"u8;

    /// <inheritdoc/>
    public override string Description => description;

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) =>
        new LogBlockDecoder<W3cLine>(new W3cLine(fields), createFormat(sink), sink);

    /// <inheritdoc/>
    public int IndexOfDirective(ReadOnlySpan<byte> lines)
    {
        // Dates are followed even while lines have their own: the next fields may not.
        var first = IndexOfLine(lines, FieldsDirective);
        var date = IndexOfLine(first < 0 ? lines : lines[..first], DateDirective);
        return date < 0 ? first : date;
    }

    /// <inheritdoc/>
    public RecordLayout After(ReadOnlySpan<byte> lines, string input, long line)
    {
        var end = lines.IndexOf((byte)'\n');
        var directive = end < 0 ? lines : lines[..end];
        W3cFields next;
        if (W3cFields.TryDirective(directive, FieldsDirective, out var names))
        {
            next = fields.AreOf(names) ? fields : W3cFields.Parse(names, fields.Day, input, line);
        }
        else
        {
            next = TryDay(directive, out var day) ? fields.On(day) : fields;
        }

        return ReferenceEquals(next, fields) ? this : new W3cLayout(description, next, createFormat);
    }

    /// <summary>Reads the day of a <c>#Date:</c> directive.</summary>
    public static bool TryDay(ReadOnlySpan<byte> directive, out long day)
    {
        day = W3cFields.NoDay;
        return W3cFields.TryDirective(directive, DateDirective, out var value)
            && value.Length >= 10 && LogInstant.TryDate(value[..10], out day);
    }

    private static int IndexOfLine(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> start)
    {
        if (lines.StartsWith(start))
        {
            return 0;
        }

        var from = 0;
        while (true)
        {
            // Directives are rare: look for their hash sign behind a line feed, then for the rest.
            var found = lines[from..].IndexOf("\n#"u8);
            if (found < 0)
            {
                return -1;
            }

            from += found + 1;
            if (lines[from..].StartsWith(start))
            {
                return from;
            }
        }
    }
}
