namespace Dnma.Engine.Ingest.Rejects;

/// <summary>How reasons are spelled in files. Thread safe.</summary>
public static class RejectReasonCodes
{
    private static readonly string[] Codes =
    [
        "too-long", "truncated", "malformed", "unclosed-quote", "field-count", "not-a-hit", "missing-instant", "bad-instant", "orphan-row",
    ];

    /// <summary>How many reasons there are.</summary>
    public static int Count => Codes.Length;

    /// <summary>The spelling of a reason, for example <c>bad-instant</c>. Stable: it never changes once published.</summary>
    public static string Code(this RejectReason reason) => Codes[(int)reason];
}
