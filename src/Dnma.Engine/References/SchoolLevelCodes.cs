namespace Dnma.Engine.References;

/// <summary>How levels of school are spelled in files.</summary>
public static class SchoolLevelCodes
{
    /// <summary><c>1d</c>, <c>2d</c> or <c>inconnu</c>.</summary>
    public static string Code(this SchoolLevel level) => level switch
    {
        SchoolLevel.FirstDegree => "1d",
        SchoolLevel.SecondDegree => "2d",
        _ => "inconnu",
    };
}
