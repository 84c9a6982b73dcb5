namespace Dnma.Engine.Hits;

/// <summary>
/// A keyed 96-bit pseudonym of a person or a browser (domain §8): the only form in which an identifier goes beyond ingestion. Under one
/// secret the same id always has the same pseudonym; without the secret nothing leads back. A value, thread safe.
/// </summary>
/// <param name="Low">64 of its bits.</param>
/// <param name="High">The other 32.</param>
public readonly record struct Pseudonym(ulong Low, uint High)
{
    /// <summary>True when there is no id.</summary>
    public bool IsNone => (Low | High) == 0;

    /// <summary>All of its bits as one number: an order that is the same in every process under one secret.</summary>
    internal UInt128 Order => new(High, Low);

    /// <summary>The pseudonym of an <see cref="Order"/>.</summary>
    internal static Pseudonym OfOrder(UInt128 order) => new((ulong)(order & ulong.MaxValue), (uint)(order >> 64));
}
