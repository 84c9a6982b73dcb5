namespace Dnma.Engine.Tests.Agreement;

/// <summary>A field as a log writes it and what it means by design §6 and domain §4, both set down by hand; an empty meaning is none.</summary>
public readonly record struct Spelled(string Written, string Means)
{
    public static readonly Spelled None = new("", "");

    /// <summary>A field that means what it says.</summary>
    public static Spelled Plain(string text) => new(text, text);
}
