namespace Dnma.Engine.Indicators.Counting;

/// <summary>The modalities of visits, by <see cref="VisitFacts"/>: the slots of <see cref="ModalitySlots"/>.</summary>
internal sealed class VisitModalities : IModalities
{
    private readonly int[] _slots = new int[ModalitySlots.PerVisit];
    private int _facts = -1;

    public int Dimensions => ModalitySlots.PerVisit;

    public int Count => ModalitySlots.Count;

    public ReadOnlySpan<int> Of(int code)
    {
        if (code != _facts)
        {
            _facts = code;
            new VisitFacts(code).FillSlots(_slots);
        }

        return _slots;
    }

    public (int Dimension, int Value) RowOf(int modality) => (modality, 0);
}
