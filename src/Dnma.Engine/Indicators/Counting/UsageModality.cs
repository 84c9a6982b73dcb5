namespace Dnma.Engine.Indicators.Counting;

/// <summary>What a usage is in each dimension.</summary>
/// <param name="Modalities">A modality a dimension.</param>
internal sealed record UsageModality(int[] Modalities)
{
    /// <summary>Those modalities that have a bit.</summary>
    public ModalitySet Set { get; } = ModalitySet.Of(Modalities);

    /// <summary>Whether some have none.</summary>
    public bool HasRare { get; } = Array.Exists(Modalities, modality => modality >= ModalitySet.Size);
}
