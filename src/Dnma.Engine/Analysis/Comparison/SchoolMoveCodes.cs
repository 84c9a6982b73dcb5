namespace Dnma.Engine.Analysis.Comparison;

/// <summary>How moves are spelled in files. Thread safe.</summary>
public static class SchoolMoveCodes
{
    private static readonly string[] Codes = ["stayed", "entered", "left", "partly-fed"];

    /// <summary>The spelling, for example <c>left</c>.</summary>
    public static string Code(this SchoolMove move) => Codes[(int)move];
}
