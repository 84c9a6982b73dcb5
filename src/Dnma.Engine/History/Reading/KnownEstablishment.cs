namespace Dnma.Engine.History.Reading;

/// <summary>What a parser has seen last of an establishment: mostly it comes again as it was.</summary>
/// <param name="number">Its number.</param>
internal sealed class KnownEstablishment(int number)
{
    public int Number { get; } = number;

    /// <summary>Its labels as they stood in the file, with their separators; empty before any were read.</summary>
    public byte[] LabelBytes { get; set; } = [];

    /// <summary>The number of its labels.</summary>
    public int Labels { get; set; } = -1;
}
