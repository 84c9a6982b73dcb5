using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>
/// Remembers the codes of the visitors seen lately, who are mostly those seen next: a fixed table before the shared index. One for each
/// worker; not thread safe.
/// </summary>
internal sealed class VisitorCache(VisitorIndex index)
{
    private const int SlotCount = 1 << 13;
    private readonly Pseudonym[] _visitors = new Pseudonym[SlotCount];
    private readonly uint[] _codes = new uint[SlotCount];

    /// <summary>The code of a visitor; see <see cref="VisitorIndex.CodeOf"/>.</summary>
    public uint CodeOf(Pseudonym visitor, int place)
    {
        var slot = (int)((visitor.Low >> 32) & (SlotCount - 1));
        if (_visitors[slot] != visitor)
        {
            _codes[slot] = index.CodeOf(visitor, place);
            _visitors[slot] = visitor;
        }

        return _codes[slot];
    }
}
