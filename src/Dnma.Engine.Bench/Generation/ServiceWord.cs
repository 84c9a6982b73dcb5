namespace Dnma.Engine.Bench.Generation;

/// <summary>A service's words.</summary>
/// <param name="Tag">SERVICE in the SmartTag plan.</param>
/// <param name="Number2012"><c>x1</c> in the 2012 guide; empty where it has none.</param>
/// <param name="TenThousandths">How often it is used.</param>
/// <param name="Tool">The third-party tool behind it, an index into <see cref="Vocabulary.Tools"/>; 0: always native.</param>
internal sealed record ServiceWord(string Tag, string Number2012, int TenThousandths, byte Tool)
{
    /// <summary><see cref="Tag"/> as bytes.</summary>
    public byte[] TagBytes { get; } = Vocabulary.Ascii(Tag);

    /// <summary><see cref="Number2012"/> as bytes.</summary>
    public byte[] Number2012Bytes { get; } = Vocabulary.Ascii(Number2012);
}
