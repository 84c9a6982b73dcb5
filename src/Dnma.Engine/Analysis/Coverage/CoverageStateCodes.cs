namespace Dnma.Engine.Analysis.Coverage;

/// <summary>How states of coverage are spelled in files. Thread safe.</summary>
public static class CoverageStateCodes
{
    private static readonly string[] Codes = ["complete", "partly-fed", "unfinished"];

    /// <summary>The spelling of a state, for example <c>partly-fed</c>.</summary>
    public static string Code(this CoverageState state) => Codes[(int)state];
}
