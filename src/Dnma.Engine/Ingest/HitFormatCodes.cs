using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest;

/// <summary>How formats are spelled on a command line. Thread safe.</summary>
public static class HitFormatCodes
{
    private static readonly string[] Codes = ["auto", "xiti", "matomo", "csv", "ndjson", "parquet"];

    /// <summary>The spelling, for example <c>xiti</c>.</summary>
    public static string Code(this HitFormat format) => Codes[(int)format];

    /// <summary>The format of a spelling, in any case.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no such format.</exception>
    public static HitFormat Of(string name)
    {
        var index = Array.FindIndex(Codes, code => code.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? (HitFormat)index
            : throw new EngineException(ErrorId.InvalidOption, "format", $"\"{name}\" is not a format", $"use one of {string.Join(", ", Codes)}");
    }
}
