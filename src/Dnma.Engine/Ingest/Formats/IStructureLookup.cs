namespace Dnma.Engine.Ingest.Formats;

/// <summary>Which establishment each of a platform's internal structures is: Matomo hits name the structure, not the UAI (domain §4.4).</summary>
/// <remarks>Must be thread safe, and give one answer for one structure for as long as a measurement runs.</remarks>
public interface IStructureLookup
{
    /// <summary>Finds the UAI of a structure.</summary>
    /// <param name="structure">The structure's id, decoded UTF-8.</param>
    /// <param name="uai">The UAI; valid for as long as the lookup is.</param>
    /// <returns>False when the structure is not known.</returns>
    bool TryFind(ReadOnlySpan<byte> structure, out ReadOnlySpan<byte> uai);
}
