namespace Dnma.Engine.Ingest.Containers;

/// <summary>Names of request headers as logs write them: in any case, and with <c>_</c> for <c>-</c> in nginx.</summary>
internal static class HeaderName
{
    /// <summary>Compares with a name in lower case and hyphens.</summary>
    public static bool Equal(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lower) => name.Length == lower.Length && StartsWith(name, lower);

    /// <summary>Whether a name starts with a prefix in lower case and hyphens.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lower)
    {
        if (name.Length < lower.Length)
        {
            return false;
        }

        for (var i = 0; i < lower.Length; i++)
        {
            if (Fold(name[i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether this is a client hint about the browser or its device.</summary>
    public static bool IsClientHint(ReadOnlySpan<byte> name) => StartsWith(name, "sec-ch-ua"u8);

    /// <summary>
    /// Adds a line <c>name: value</c> to client hints, with hyphens in the name; what would make them longer than any browser's is dropped.
    /// </summary>
    public static ReadOnlySpan<byte> AddHint(LineScratch scratch, ReadOnlySpan<byte> hints, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        const int MaxHintBytes = 8192;
        if (hints.Length + name.Length + value.Length > MaxHintBytes)
        {
            return hints;
        }

        var all = scratch.Take(hints.Length + name.Length + value.Length + 3);
        hints.CopyTo(all);
        var line = all[hints.Length..];
        for (var i = 0; i < name.Length; i++)
        {
            line[i] = name[i] == (byte)'_' ? (byte)'-' : name[i];
        }

        ": "u8.CopyTo(line[name.Length..]);
        value.CopyTo(line[(name.Length + 2)..]);
        line[^1] = (byte)'\n';
        return all;
    }

    private static byte Fold(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => (byte)(b | 0x20),
        (byte)'_' => (byte)'-',
        _ => b,
    };
}
