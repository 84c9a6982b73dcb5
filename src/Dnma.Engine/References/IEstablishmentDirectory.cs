namespace Dnma.Engine.References;

/// <summary>Where establishments belong. Implementations are thread safe and always give the same answer.</summary>
public interface IEstablishmentDirectory
{
    /// <summary>What is known of an establishment; an entry of nulls when nothing is.</summary>
    /// <param name="uai">The UAI as UTF-8, in normal form.</param>
    EstablishmentEntry Find(ReadOnlySpan<byte> uai);
}
