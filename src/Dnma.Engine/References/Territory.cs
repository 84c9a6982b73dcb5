namespace Dnma.Engine.References;

/// <summary>A territory of any kind; two are the same when kind and code are. Immutable, thread safe.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">
/// <c>FR</c>; two digits of a region (INSEE) or an académie; <c>45</c>, <c>2A</c>, <c>971</c> of a département; INSEE's five characters of a commune; the UAI
/// of an inspection or an establishment.
/// </param>
/// <param name="Name">As published.</param>
public sealed record Territory(TerritoryKind Kind, string Code, string Name)
{
    /// <inheritdoc />
    public bool Equals(Territory? other) => other is not null && Kind == other.Kind && Code == other.Code;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Code);
}
