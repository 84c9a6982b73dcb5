using Dnma.Engine.Hits;
using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Profile, device traits and level of school in one integer: what the slots of a visit depend on.</summary>
internal readonly record struct VisitFacts(int Bits)
{
    public VisitFacts(Profile profile, DeviceTraits traits, SchoolLevel schoolLevel)
        : this((int)((traits.Bits & 0xFFFF) | ((uint)profile << 16) | ((uint)schoolLevel << 20)))
    {
    }

    public Profile Profile => (Profile)((Bits >> 16) & 15);

    public DeviceTraits Traits => new((uint)Bits & 0xFFFF);

    public SchoolLevel SchoolLevel => (SchoolLevel)((Bits >> 20) & 3);

    public void FillSlots(Span<int> slots) => ModalitySlots.Of(Profile, Traits, SchoolLevel, slots);
}
