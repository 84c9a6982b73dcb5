namespace Dnma.Engine.Analysis.Comparison;

/// <summary>How perimeters are spelled in files. Thread safe.</summary>
public static class ComparedPerimeterCodes
{
    private static readonly string[] Codes = ["full", "constant"];

    /// <summary>The spelling, for example <c>constant</c>.</summary>
    public static string Code(this ComparedPerimeter perimeter) => Codes[(int)perimeter];
}
