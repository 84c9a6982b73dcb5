using System.Runtime.CompilerServices;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The modalities of visits by their <see cref="VisitFacts"/>: one in each of the dimensions that divide visits. Facts are few and come again and
/// again, so they are remembered. Not thread safe.
/// </summary>
internal sealed class VisitModalities
{
    private const int RememberedBits = 9;
    private readonly Modalities[] _remembered = new Modalities[1 << RememberedBits];

    public VisitModalities() => Array.Fill(_remembered, Modalities.Of(default));

    /// <summary>The modalities of facts. The reference is valid until the next call.</summary>
    public ref readonly Modalities Of(VisitFacts facts)
    {
        ref var modalities = ref _remembered[unchecked((uint)facts.Bits * 0x9E3779B1u) >> (32 - RememberedBits)];
        if (modalities.Facts != facts)
        {
            modalities = Modalities.Of(facts);
        }

        return ref modalities;
    }

    /// <summary>The modalities of one kind of visit.</summary>
    internal struct Modalities
    {
        public VisitFacts Facts;
        public SlotList Slots;
        public ModalitySet Set;

        public static Modalities Of(VisitFacts facts)
        {
            var modalities = new Modalities { Facts = facts };
            facts.FillSlots(modalities.Slots);
            modalities.Set = ModalitySet.Of(modalities.Slots);
            return modalities;
        }
    }

    /// <summary>A slot (<see cref="ModalitySlots"/>) for each dimension.</summary>
    [InlineArray(ModalitySlots.PerVisit)]
    internal struct SlotList
    {
        private int _first;
    }
}
