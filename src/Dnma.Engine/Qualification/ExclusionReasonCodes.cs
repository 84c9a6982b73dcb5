namespace Dnma.Engine.Qualification;

/// <summary>How exclusion reasons are spelled in files. Thread safe.</summary>
public static class ExclusionReasonCodes
{
    private static readonly string[] Codes =
        ["robot", "monitor", "prefetch", "opt-out", "anonymous", "test-site", "implausible-instant", "not-counted-by-norm", "duplicate"];

    /// <summary>How many reasons there are.</summary>
    public static int Count => Codes.Length;

    /// <summary>The spelling, for example <c>test-site</c>.</summary>
    public static string Code(this ExclusionReason reason) => Codes[(int)reason];
}
