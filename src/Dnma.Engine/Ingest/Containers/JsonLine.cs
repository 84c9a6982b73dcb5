using System.Text.Json;

namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// A line of a JSON log: nginx (a flat object of its variables), Caddy (the request as an object), Traefik (its own flat names). A well-formed
/// object without a request is no hit; a line without a time leaves it to the hit's own.
/// </summary>
internal readonly struct JsonLine() : ILineContainer
{
    private readonly LineScratch _scratch = new();

    /// <inheritdoc/>
    public LineOutcome Read(ReadOnlySpan<byte> line, ref LogRequest request, out RejectReason reason)
    {
        reason = RejectReason.Malformed;
        var text = line.Trim(" \t"u8);

        // Exceptions are slow: what is plainly no object, or a cut one, is found without.
        if (text.Length < 2 || text[0] != (byte)'{' || text[^1] != (byte)'}')
        {
            return LineOutcome.Rejected;
        }

        _scratch.Reset();
        var parts = new JsonParts();
        try
        {
            ReadObject(text, ref parts);
        }
        catch (JsonException)
        {
            return LineOutcome.Rejected;
        }

        request.UserAgent = parts.UserAgent;
        request.ClientHints = parts.ClientHints;
        request.IsPrefetch = parts.IsPrefetch;
        if (!TrySplit(in parts, ref request))
        {
            reason = RejectReason.NotAHit;
            return LineOutcome.Rejected;
        }

        if (!parts.Time.IsEmpty && !TryTime(parts.Time, out request.InstantMs))
        {
            reason = RejectReason.BadInstant;
            return LineOutcome.Rejected;
        }

        return LineOutcome.Request;
    }

    private static bool TrySplit(scoped in JsonParts parts, ref LogRequest request)
    {
        if (parts.Target.IsEmpty)
        {
            if (!parts.RequestLine.IsEmpty && RequestTarget.TrySplitLine(parts.RequestLine, ref request))
            {
                return true;
            }

            request.Query = parts.Query;
            request.Method = parts.Method;
            return !parts.Query.IsEmpty;
        }

        RequestTarget.Split(parts.Target, ref request);
        request.Method = parts.Method;
        if (request.Query.IsEmpty && parts.Query.IsEmpty && !parts.RequestLine.IsEmpty)
        {
            // nginx's $uri is the path alone; the request line still has the query.
            return RequestTarget.TrySplitLine(parts.RequestLine, ref request);
        }

        if (request.Query.IsEmpty)
        {
            request.Query = parts.Query.StartsWith((byte)'?') ? parts.Query[1..] : parts.Query;
        }

        if (request.Method.IsEmpty && parts.RequestLine.IndexOf((byte)' ') is > 0 and var space)
        {
            request.Method = parts.RequestLine[..space];
        }

        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, out long instantMs) =>
        LogInstant.TryIso(text, out instantMs) || LogInstant.TryEpoch(text, out instantMs) || LogInstant.TryCommonLog(text, out instantMs);

    private void ReadObject(ReadOnlySpan<byte> text, ref JsonParts parts)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var role = JsonFieldNames.RoleOf(reader.ValueSpan, out var rank, out var header);
            reader.Read();
            if (role == JsonRole.Request && reader.TokenType == JsonTokenType.StartObject && !parts.HasRequest)
            {
                parts.HasRequest = true;
                ReadRequest(ref reader, ref parts);
            }
            else if (TryValue(ref reader, out var value) && role != JsonRole.Ignored)
            {
                parts.Take(role, rank, header, Decoded(in reader, value), _scratch);
            }
        }

        // Anything behind the object makes the line malformed: the reader throws.
        reader.Read();
    }

    private void ReadRequest(scoped ref Utf8JsonReader reader, ref JsonParts parts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var role = name.SequenceEqual("uri"u8) ? JsonRole.Target : name.SequenceEqual("method"u8) ? JsonRole.Method : JsonRole.Ignored;
            var isHeaders = name.SequenceEqual("headers"u8);
            reader.Read();
            if (isHeaders && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadHeaders(ref reader, ref parts);
            }
            else if (TryValue(ref reader, out var value) && role != JsonRole.Ignored)
            {
                parts.Take(role, -1, default, Decoded(in reader, value), _scratch);
            }
        }
    }

    private void ReadHeaders(scoped ref Utf8JsonReader reader, ref JsonParts parts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var role = JsonFieldNames.RoleOfHeader(name);
            reader.Read();
            var isArray = reader.TokenType == JsonTokenType.StartArray;
            var depth = reader.CurrentDepth;
            if (isArray && role != JsonRole.Ignored)
            {
                // A header may come several times: its first value counts.
                reader.Read();
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    continue;
                }
            }

            if (TryValue(ref reader, out var value) && role != JsonRole.Ignored)
            {
                parts.Take(role, -1, name, Decoded(in reader, value), _scratch);
            }

            while (isArray && role != JsonRole.Ignored && (reader.TokenType != JsonTokenType.EndArray || reader.CurrentDepth != depth))
            {
                reader.Read();
            }
        }
    }

    /// <summary>The text of a string or a number; anything else is skipped.</summary>
    private static bool TryValue(scoped ref Utf8JsonReader reader, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            value = reader.ValueSpan;
            return true;
        }

        reader.Skip();
        return false;
    }

    private ReadOnlySpan<byte> Decoded(scoped in Utf8JsonReader reader, ReadOnlySpan<byte> value) =>
        reader.ValueIsEscaped ? JsonText.Unescape(value, _scratch) : value;
}
