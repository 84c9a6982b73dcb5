using System.Text.Json;

namespace Dnma.Engine.References.Devices;

/// <summary>
/// Reads user-agent client hints, either as JSON (Matomo's <c>uadata</c>, or an object of headers) or as header lines
/// (<c>Sec-CH-UA-Platform: "Android"</c>). Any bytes are read as far as they make sense; nothing is ever thrown.
/// </summary>
internal static class ClientHintReader
{
    private const int LongestEscapedValue = 256;

    /// <summary>Sets the bits of every token that the hints satisfy.</summary>
    /// <param name="hints">The hints' bytes.</param>
    /// <param name="tokens">The tokens that rules ask for.</param>
    /// <param name="seen">Where to set the bits.</param>
    public static void Read(ReadOnlySpan<byte> hints, HintTokens tokens, Span<ulong> seen)
    {
        hints = hints.Trim(" \t\r\n"u8);
        if (hints.IsEmpty)
        {
            return;
        }

        if (hints[0] != (byte)'{')
        {
            ReadLines(hints, tokens, seen);
            return;
        }

        try
        {
            ReadJson(hints, tokens, seen);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Hints cut short or made up: what was read before the break stands, in every run alike.
        }
    }

    private static void ReadJson(ReadOnlySpan<byte> json, HintTokens tokens, Span<ulong> seen)
    {
        Span<byte> buffer = stackalloc byte[LongestEscapedValue];
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        var key = HintKey.None;
        var isBrandName = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                    key = KeyOf(reader.ValueSpan);
                    break;
                case JsonTokenType.PropertyName:
                    isBrandName = reader.ValueTextEquals("brand"u8);
                    break;
                case JsonTokenType.True when key == HintKey.Mobile && reader.CurrentDepth == 1:
                    tokens.Mark(key, "1"u8, seen);
                    break;
                case JsonTokenType.False when key == HintKey.Mobile && reader.CurrentDepth == 1:
                    tokens.Mark(key, "0"u8, seen);
                    break;
                case JsonTokenType.String when key != HintKey.None && (reader.CurrentDepth < 3 || isBrandName):
                    if (!reader.ValueIsEscaped)
                    {
                        ReadValue(key, reader.ValueSpan, tokens, seen);
                    }
                    else if (reader.ValueSpan.Length <= LongestEscapedValue)
                    {
                        ReadValue(key, buffer[..reader.CopyString(buffer)], tokens, seen);
                    }

                    break;
            }
        }
    }

    private static void ReadLines(ReadOnlySpan<byte> lines, HintTokens tokens, Span<ulong> seen)
    {
        foreach (var range in lines.SplitAny((byte)'\n', (byte)'\r'))
        {
            var line = lines[range];
            var colon = line.IndexOf((byte)':');
            var key = colon < 0 ? HintKey.None : KeyOf(line[..colon].Trim(" \t"u8));
            if (key != HintKey.None)
            {
                ReadValue(key, line[(colon + 1)..], tokens, seen);
            }
        }
    }

    /// <summary>Reads a structured header value: one string, a list of strings with parameters, or a bare word.</summary>
    private static void ReadValue(HintKey key, ReadOnlySpan<byte> value, HintTokens tokens, Span<ulong> seen)
    {
        value = value.Trim(" \t"u8);
        if (key == HintKey.Mobile)
        {
            var isMobile = value.SequenceEqual("?1"u8) || value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);
            tokens.Mark(key, isMobile ? "1"u8 : "0"u8, seen);
            return;
        }

        if (!value.Contains((byte)'"'))
        {
            tokens.Mark(key, value, seen);
            return;
        }

        while (true)
        {
            var open = value.IndexOf((byte)'"');
            var length = open < 0 ? -1 : value[(open + 1)..].IndexOf((byte)'"');
            if (length < 0)
            {
                return;
            }

            // ;v="98" is the version of the brand before it.
            if (open == 0 || value[open - 1] != (byte)'=')
            {
                tokens.Mark(key, value.Slice(open + 1, length), seen);
            }

            value = value[(open + length + 2)..];
        }
    }

    private static HintKey KeyOf(ReadOnlySpan<byte> name)
    {
        const int LongestName = 40;
        if (name.Length > LongestName)
        {
            return HintKey.None;
        }

        Span<byte> folded = stackalloc byte[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            folded[i] = name[i] == (byte)'_' ? (byte)'-' : AgentText.Fold(name[i]);
        }

        ReadOnlySpan<byte> key = folded[..name.Length];
        if (key.StartsWith("http-"u8))
        {
            key = key["http-".Length..];
        }

        if (key.SequenceEqual("sec-ch-ua"u8))
        {
            return HintKey.Brand;
        }

        if (key.StartsWith("sec-ch-ua-"u8))
        {
            key = key["sec-ch-ua-".Length..];
        }

        return key switch
        {
            _ when key.SequenceEqual("platform"u8) => HintKey.Platform,
            _ when key.SequenceEqual("mobile"u8) => HintKey.Mobile,
            _ when key.SequenceEqual("model"u8) => HintKey.Model,
            _ when key.SequenceEqual("brands"u8) || key.SequenceEqual("fullversionlist"u8) => HintKey.Brand,
            _ when key.SequenceEqual("full-version-list"u8) => HintKey.Brand,
            _ when key.SequenceEqual("formfactors"u8) || key.SequenceEqual("form-factors"u8) => HintKey.Form,
            _ => HintKey.None,
        };
    }
}
