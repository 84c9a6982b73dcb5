using Dnma.Engine.Ingest.Containers;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>The directives at the start of a W3C extended log.</summary>
internal static class W3cHead
{
    /// <summary>The fields that the leading directives name; null when the text does not start as a W3C extended log does.</summary>
    /// <exception cref="Contracts.EngineException">Fields that a hit needs are missing.</exception>
    public static W3cFields? TryRead(ReadOnlySpan<byte> head, string name)
    {
        var day = W3cFields.NoDay;
        ReadOnlySpan<byte> fields = default;
        var fieldsLine = 0L;
        for (long line = 1; !head.IsEmpty && head[0] == (byte)'#'; line++)
        {
            var end = head.IndexOf((byte)'\n');
            var directive = end < 0 ? head : head[..end];
            if (W3cLayout.TryDay(directive, out var newDay))
            {
                day = newDay;
            }
            else if (W3cFields.TryDirective(directive, W3cLayout.FieldsDirective, out var names))
            {
                fields = names;
                fieldsLine = line;
            }

            head = end < 0 ? default : head[(end + 1)..];
        }

        return fieldsLine == 0 ? null : W3cFields.Parse(fields, day, name, fieldsLine);
    }

    /// <summary>True when every line is a directive, or blank.</summary>
    public static bool HoldsDirectivesOnly(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].Trim(" \t\r\v\f"u8);
            if (!line.IsEmpty && line[0] != (byte)'#')
            {
                return false;
            }
        }

        return true;
    }
}
