using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Containers;

/// <summary>The fields of a W3C extended log as its directives name them. Immutable.</summary>
internal sealed class W3cFields
{
    /// <summary>Where a log has neither a <c>date</c> field nor a <c>#Date:</c> directive.</summary>
    public const long NoDay = long.MinValue;

    private readonly byte[] _directive;

    private W3cFields(byte[] directive, W3cColumn[] columns, byte[][] headers, long day)
    {
        _directive = directive;
        Columns = columns;
        Headers = headers;
        Day = day;
    }

    /// <summary>What each field is for.</summary>
    internal W3cColumn[] Columns { get; }

    /// <summary>For each field that logs a request header, the header's name.</summary>
    internal byte[][] Headers { get; }

    /// <summary>The day that <c>#Date:</c> gave, as a number since 1970; used where a line has a time only.</summary>
    public long Day { get; }

    /// <summary>Whether each line has its date.</summary>
    public bool HasDate => Array.IndexOf(Columns, W3cColumn.Date) >= 0;

    /// <summary>The text of a <c>#Fields:</c> directive; false for another line.</summary>
    public static bool TryDirective(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var matches = line.StartsWith(name);
        value = matches ? line[name.Length..].Trim(" \t\r"u8) : default;
        return matches;
    }

    /// <summary>Reads a <c>#Fields:</c> directive.</summary>
    /// <param name="directive">What follows the colon.</param>
    /// <param name="day">The day known from <c>#Date:</c>, or <see cref="NoDay"/>.</param>
    /// <param name="input">The input's name, for the error.</param>
    /// <param name="line">The directive's line, for the error.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: fields that a hit needs are missing.</exception>
    public static W3cFields Parse(ReadOnlySpan<byte> directive, long day, string input, long line)
    {
        var columns = new List<W3cColumn>();
        var headers = new List<byte[]>();
        foreach (var range in directive.SplitAny((byte)' ', (byte)'\t'))
        {
            var name = directive[range];
            if (!name.IsEmpty)
            {
                var header = HeaderOf(name);
                headers.Add(header.ToArray());
                columns.Add(ColumnOf(name, header));
            }
        }

        var fields = new W3cFields(directive.ToArray(), [.. columns], [.. headers], day);
        fields.Require(columns.Contains(W3cColumn.Query) || columns.Contains(W3cColumn.Uri), "cs-uri-query", input, line);
        fields.Require(columns.Contains(W3cColumn.Time), "time", input, line);
        fields.Require(fields.HasDate || day != NoDay, "date", input, line);
        return fields;
    }

    /// <summary>The same fields on another day.</summary>
    public W3cFields On(long day) => day == Day ? this : new W3cFields(_directive, Columns, Headers, day);

    /// <summary>Whether a <c>#Fields:</c> directive says what is known already.</summary>
    public bool AreOf(ReadOnlySpan<byte> directive) => directive.SequenceEqual(_directive);

    private static ReadOnlySpan<byte> HeaderOf(ReadOnlySpan<byte> name) =>
        name.StartsWith("cs("u8) && name[^1] == (byte)')' ? name[3..^1] : default;

    private static W3cColumn ColumnOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> header)
    {
        if (!header.IsEmpty)
        {
            return HeaderName.Equal(header, "user-agent"u8) ? W3cColumn.UserAgent
                : HeaderName.IsClientHint(header) ? W3cColumn.ClientHint
                : PrefetchHeaders.IsName(header) ? W3cColumn.Prefetch
                : W3cColumn.Ignored;
        }

        return name switch
        {
            _ when name.SequenceEqual("date"u8) => W3cColumn.Date,
            _ when name.SequenceEqual("time"u8) => W3cColumn.Time,
            _ when name.SequenceEqual("cs-method"u8) => W3cColumn.Method,
            _ when name.SequenceEqual("cs-uri-stem"u8) => W3cColumn.Stem,
            _ when name.SequenceEqual("cs-uri-query"u8) => W3cColumn.Query,
            _ when name.SequenceEqual("cs-uri"u8) => W3cColumn.Uri,
            _ => W3cColumn.Ignored,
        };
    }

    private void Require(bool holds, string field, string input, long line)
    {
        if (!holds)
        {
            throw new EngineException(
                ErrorId.UndecidedFormat,
                input,
                $"the W3C extended log's #Fields: directive on line {line} has no {field} (it has: {Encoding.ASCII.GetString(_directive)})",
                "log date, time, cs-method, cs-uri-stem, cs-uri-query and cs(User-Agent)");
        }
    }
}
