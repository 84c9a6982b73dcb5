using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.References;

namespace Dnma.Engine;

/// <summary>Lets Matomo's decoders look structures up in the caller's table.</summary>
internal sealed class StructureLookup(StructureTable table) : IStructureLookup
{
    /// <inheritdoc />
    public bool TryFind(ReadOnlySpan<byte> structure, out ReadOnlySpan<byte> uai)
    {
        uai = table.Find(structure);
        return !uai.IsEmpty;
    }
}
