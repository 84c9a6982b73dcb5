namespace Dnma.Engine.Ingest.Containers;

/// <summary>The parts of a logged request.</summary>
internal static class RequestTarget
{
    /// <summary>Splits <c>METHOD target HTTP/x</c>; false when there is no target.</summary>
    public static bool TrySplitLine(ReadOnlySpan<byte> text, ref LogRequest request)
    {
        var space = text.IndexOf((byte)' ');
        if (space <= 0)
        {
            return false;
        }

        request.Method = text[..space];
        var target = text[(space + 1)..];

        // The protocol is behind the last space; a target with spaces in it is kept whole.
        var last = target.LastIndexOf((byte)' ');
        if (last >= 0 && target[(last + 1)..].StartsWith("HTTP/"u8))
        {
            target = target[..last];
        }

        target = target.Trim((byte)' ');
        Split(target, ref request);
        return !target.IsEmpty;
    }

    /// <summary>Splits a target, <c>/path?query</c> or <c>http://host/path?query</c>, into path and query.</summary>
    public static void Split(ReadOnlySpan<byte> target, ref LogRequest request)
    {
        var question = target.IndexOf((byte)'?');
        request.Path = WithoutHost(question < 0 ? target : target[..question]);
        request.Query = question < 0 ? default : target[(question + 1)..];
    }

    private static ReadOnlySpan<byte> WithoutHost(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty || path[0] == (byte)'/')
        {
            return path;
        }

        var scheme = path.IndexOf("://"u8);
        if (scheme < 0)
        {
            return path;
        }

        var rest = path[(scheme + 3)..];
        var slash = rest.IndexOf((byte)'/');
        return slash < 0 ? default : rest[slash..];
    }
}
