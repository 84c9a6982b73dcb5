namespace Dnma.Engine.References.Devices;

/// <summary>
/// Finds every token of the rules in one pass over a text: an Aho–Corasick automaton over the tokens' anchors, whose hits are then
/// checked for word ends and digits. Time is linear in the text, whatever it holds. Immutable, thread safe.
/// </summary>
internal sealed class TokenAutomaton
{
    private readonly TokenPattern[] _patterns;
    private readonly int[] _bits;

    private readonly byte[] _classOf = new byte[256];
    private readonly int _classes;

    // Row = state, column = class of the byte read; state 0 is the root.
    private readonly ushort[] _next;

    // The patterns whose anchor ends in a state are chained: first by state, then from pattern to pattern; -1 ends a chain.
    private readonly int[] _firstPattern;
    private readonly int[] _otherPattern;

    // From a state, the nearest one (itself included) where an anchor ends, and the nearest one after it; 0 for none.
    private readonly ushort[] _hit;
    private readonly ushort[] _hitAfter;

    /// <summary>Builds the automaton.</summary>
    /// <param name="patterns">The tokens.</param>
    /// <param name="bits">For each token, the bit that says it was seen.</param>
    /// <exception cref="ArgumentException">The anchors need more than 65 535 states.</exception>
    public TokenAutomaton(TokenPattern[] patterns, int[] bits)
    {
        _patterns = patterns;
        _bits = bits;
        _classes = NumberClasses();
        var most = 1;
        foreach (var pattern in patterns)
        {
            most += pattern.Anchor.Length;
        }

        if (most > ushort.MaxValue)
        {
            throw new ArgumentException("too many tokens", nameof(patterns));
        }

        _next = new ushort[most * _classes];
        _firstPattern = new int[most];
        _otherPattern = new int[patterns.Length];
        _hit = new ushort[most];
        _hitAfter = new ushort[most];
        Array.Fill(_firstPattern, -1);
        GrowTrie();
        LinkSuffixes();
    }

    /// <summary>Sets the bit of every token that stands in a text.</summary>
    public void Scan(ReadOnlySpan<byte> text, Span<ulong> seen)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = _next[(state * _classes) + _classOf[text[i]]];
            for (int found = _hit[state]; found != 0; found = _hitAfter[found])
            {
                for (var p = _firstPattern[found]; p >= 0; p = _otherPattern[p])
                {
                    if (!BitSet.Has(seen, _bits[p]) && _patterns[p].Holds(text, i + 1))
                    {
                        BitSet.Add(seen, _bits[p]);
                    }
                }
            }
        }
    }

    private int NumberClasses()
    {
        var classes = 1; // class 0: bytes that no anchor holds
        foreach (var pattern in _patterns)
        {
            foreach (var value in pattern.Anchor)
            {
                if (_classOf[value] == 0)
                {
                    _classOf[value] = checked((byte)classes++);
                }
            }
        }

        for (var value = 0; value < _classOf.Length; value++)
        {
            _classOf[value] = _classOf[AgentText.Fold((byte)value)];
        }

        return classes;
    }

    private void GrowTrie()
    {
        var states = 1;
        for (var p = 0; p < _patterns.Length; p++)
        {
            var state = 0;
            foreach (var value in _patterns[p].Anchor)
            {
                ref var next = ref _next[(state * _classes) + _classOf[value]];
                if (next == 0)
                {
                    next = (ushort)states++;
                }

                state = next;
            }

            _otherPattern[p] = _firstPattern[state];
            _firstPattern[state] = p;
        }
    }

    private void LinkSuffixes()
    {
        var suffix = new ushort[_hit.Length];
        var queue = new Queue<ushort>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var state))
        {
            _hitAfter[state] = _hit[suffix[state]];
            _hit[state] = _firstPattern[state] >= 0 ? state : _hitAfter[state];
            for (var c = 0; c < _classes; c++)
            {
                ref var next = ref _next[(state * _classes) + c];
                var fallback = state == 0 ? (ushort)0 : _next[(suffix[state] * _classes) + c];
                if (next == 0)
                {
                    next = fallback;
                }
                else
                {
                    suffix[next] = fallback;
                    queue.Enqueue(next);
                }
            }
        }
    }
}
