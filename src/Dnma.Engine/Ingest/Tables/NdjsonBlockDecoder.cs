using System.Text.Json;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// Decodes JSON lines. A key given twice counts once, the first time; null is empty; a number stands for its text; true, false and nested values
/// are read by custom dimensions only. Whatever is not one JSON object is malformed.
/// </summary>
internal sealed class NdjsonBlockDecoder(RecordSink sink) : BlockDecoder
{
    private readonly CustomValues _customs = new(sink.CustomNames.Length);

    /// <summary>Holds the line's unescaped strings; as long as the line, for unescaping never lengthens.</summary>
    private byte[] _scratch = new byte[4096];

    /// <inheritdoc/>
    public override void Decode(RecordBlock block)
    {
        var lines = new TableLines(block, sink);
        while (lines.MoveNext())
        {
            var line = lines.Line;
            if (line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            {
                continue;
            }

            var row = default(HitRow);
            if (TryRead(line, ref row))
            {
                row.Deliver(sink, _customs, lines.Position, line);
            }
            else
            {
                sink.Reject(RejectReason.Malformed, lines.Position, line);
            }
        }
    }

    private bool TryRead(ReadOnlySpan<byte> line, ref HitRow row)
    {
        if (_scratch.Length < line.Length)
        {
            _scratch = new byte[Math.Max(line.Length, _scratch.Length * 2)];
        }

        _customs.Clear();
        var unescaped = 0;
        var reader = new Utf8JsonReader(line);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Text(ref reader, ref unescaped);
                var column = HitColumnNames.Find(name);
                var custom = _customs.Count == 0 ? -1 : CustomValues.IndexOf(sink.CustomNames, name);
                reader.Read();
                if (column == HitColumn.None && custom < 0)
                {
                    reader.Skip();
                    continue;
                }

                var isScalar = reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
                var value = isScalar ? Text(ref reader, ref unescaped) : Raw(line, ref reader);
                if (column != HitColumn.None && row.Claim(column) && isScalar)
                {
                    row.Set(column, value);
                }

                SetCustoms(custom, value);
            }

            // Nothing but blanks may follow the object: the reader throws if anything does.
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // An escape that is no character: half a surrogate pair.
            return false;
        }
    }

    /// <summary>Several custom dimensions may ask for the same key.</summary>
    private void SetCustoms(int first, ReadOnlySpan<byte> value)
    {
        if (first < 0)
        {
            return;
        }

        var names = sink.CustomNames;
        for (var i = first; i < names.Length; i++)
        {
            if (i == first || System.Text.Ascii.EqualsIgnoreCase(names[i], names[first]))
            {
                _customs.Set(i, value);
            }
        }
    }

    private ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader, scoped ref int unescaped)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        var length = reader.CopyString(_scratch.AsSpan(unescaped));
        var text = _scratch.AsSpan(unescaped, length);
        unescaped += length;
        return text;
    }

    /// <summary>The JSON text of a value that is no string and no number; empty for null.</summary>
    private static ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return line[start..(int)reader.BytesConsumed];
    }
}
