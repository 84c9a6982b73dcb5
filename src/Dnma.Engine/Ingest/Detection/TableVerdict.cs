namespace Dnma.Engine.Ingest.Detection;

/// <summary>What an <see cref="ITableDetector"/> found.</summary>
/// <param name="Layout">How to read the input; null when it is not of this kind.</param>
/// <param name="HasHeader">True when the first line is a header, which the reader then takes out: decoders never see it.</param>
/// <param name="WhyNot">Why the input is not of this kind, as a clause that starts with the kind's name; it must not quote the input.</param>
internal readonly record struct TableVerdict(RecordLayout? Layout, bool HasHeader, string? WhyNot)
{
    /// <summary>The input is a table.</summary>
    public static TableVerdict Accept(RecordLayout layout, bool hasHeader) => new(layout, hasHeader, null);

    /// <summary>The input is no such table.</summary>
    public static TableVerdict Refuse(string whyNot) => new(null, false, whyNot);
}
