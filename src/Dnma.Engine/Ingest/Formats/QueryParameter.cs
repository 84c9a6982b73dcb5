namespace Dnma.Engine.Ingest.Formats;

/// <summary>Where one parameter stands in a query, undecoded; starts and lengths are in bytes.</summary>
/// <param name="NameStart">Where its name begins.</param>
/// <param name="NameLength">How long its name is; 0 where it has none.</param>
/// <param name="ValueStart">Where its value begins: behind the equals sign, or behind the name where there is none.</param>
/// <param name="ValueLength">How long its value is.</param>
internal readonly record struct QueryParameter(int NameStart, int NameLength, int ValueStart, int ValueLength)
{
    /// <summary>Whether it has an equals sign.</summary>
    public bool HasEquals => ValueStart > NameStart + NameLength;

    /// <summary>The name in its query.</summary>
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> query) => query.Slice(NameStart, NameLength);

    /// <summary>The value in its query.</summary>
    public ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> query) => query.Slice(ValueStart, ValueLength);

    /// <summary>The same with a value that reaches to the end of the query, separators included: there is no parameter after it.</summary>
    public QueryParameter WithRestOf(ReadOnlySpan<byte> query) => this with { ValueLength = query.Length - ValueStart };
}
