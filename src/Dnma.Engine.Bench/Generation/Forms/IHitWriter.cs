using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Writes generated hits in one input form. Not thread safe. No allocation for a hit once warm, unless the form says otherwise.</summary>
internal interface IHitWriter
{
    /// <summary>Writes what stands before the first record.</summary>
    void Start();

    /// <summary>Writes a hit.</summary>
    void Write(in GeneratedHit hit);

    /// <summary>Writes a record that a reader must reject, and says for which reason.</summary>
    /// <param name="dice">Chooses among the reasons that the form knows.</param>
    /// <param name="lineMs">About when.</param>
    RejectReason WriteBroken(ulong dice, long lineMs);

    /// <summary>Writes what stands behind the last record, and hands all bytes to their streams.</summary>
    void Complete();
}
