using System.Text.Json;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Reads the body of a bulk request of Matomo's tracker, <c>{"requests":["?idsite=1&amp;rec=1&amp;…", …],"token_auth":"…"}</c> (domain §4.4).
/// Each request is a record of its own, at its body's position; <c>token_auth</c> is passed over. Not thread safe.
/// </summary>
/// <remarks>
/// A body that is no JSON object is one malformed record, and nothing of it counts: half a body may hold half a request. A body without
/// requests is no hit. A request that is no string (Matomo takes objects too, which its own trackers never send) is malformed by itself.
/// </remarks>
internal sealed class MatomoBulk(MatomoMapping mapping, RecordSink sink)
{
    private readonly MatomoRequestDecoder _requests = new(sink, mapping);
    private byte[] _text = new byte[4096];

    /// <summary>Decodes one body.</summary>
    public void Decode(ReadOnlySpan<byte> body, in RecordPosition position)
    {
        if (!IsObject(body))
        {
            sink.Reject(RejectReason.Malformed, in position, body);
            return;
        }

        var reader = new Utf8JsonReader(body);
        var count = 0L;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRequests = reader.ValueSpan.SequenceEqual("requests"u8);
            reader.Read();
            if (isRequests && reader.TokenType == JsonTokenType.StartArray)
            {
                count += DecodeArray(ref reader, body, in position);
            }
            else
            {
                reader.Skip();
            }
        }

        if (count == 0)
        {
            sink.Reject(RejectReason.NotAHit, in position, body);
        }
    }

    /// <summary>Whether the whole body is one JSON object.</summary>
    private static bool IsObject(ReadOnlySpan<byte> body)
    {
        // Spares most of what is no JSON the cost of an exception.
        var trimmed = body.Trim(" \t\r\n"u8);
        if (trimmed is not [(byte)'{', .., (byte)'}'])
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private long DecodeArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, in RecordPosition position)
    {
        var count = 0L;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            if (reader.TokenType == JsonTokenType.String)
            {
                DecodeRequest(Text(ref reader), in position);
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            sink.Reject(RejectReason.Malformed, in position, body[start..(int)reader.BytesConsumed]);
        }

        return count;
    }

    private ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return text;
        }

        if (_text.Length < text.Length)
        {
            _text = new byte[text.Length];
        }

        return _text.AsSpan(0, JsonStrings.Unescape(text, _text));
    }

    private void DecodeRequest(ReadOnlySpan<byte> text, in RecordPosition position)
    {
        // A question mark behind the first parameter's name is part of a value.
        var mark = text.IndexOfAny((byte)'?', (byte)'=');
        var hasPath = mark >= 0 && text[mark] == (byte)'?';
        var request = new LogRequest
        {
            InstantMs = LogRequest.NoInstant,
            Path = hasPath ? text[..mark] : default,
            Query = hasPath ? text[(mark + 1)..] : text,
        };
        _requests.Decode(in request, in position, text);
    }
}
