namespace Dnma.Engine.References.Devices;

/// <summary>The hint tokens of the rules (<c>ch-platform:Android</c>), and what happens when a hint is read. Immutable, thread safe.</summary>
internal sealed class HintTokens
{
    private readonly Token[] _tokens;
    private readonly TokenAutomaton _agentTokens;

    /// <summary>Holds the hint tokens, and the agent tokens to look for in the device's model.</summary>
    public HintTokens(Token[] tokens, TokenAutomaton agentTokens)
    {
        _tokens = tokens;
        _agentTokens = agentTokens;
    }

    /// <summary>Sets the bits of the tokens that a hint's value satisfies.</summary>
    public void Mark(HintKey key, ReadOnlySpan<byte> value, Span<ulong> seen)
    {
        value = value.Trim(" \t"u8);
        if (key == HintKey.Model)
        {
            _agentTokens.Scan(value, seen);
            return;
        }

        foreach (var token in _tokens)
        {
            if (token.Key == key && AgentText.Matches(value, token.Value, token.IsPrefix))
            {
                BitSet.Add(seen, token.Bit);
            }
        }
    }

    /// <summary>One hint token.</summary>
    /// <param name="Key">The hint.</param>
    /// <param name="Value">The folded value.</param>
    /// <param name="IsPrefix">Whether the hint's value may go on.</param>
    /// <param name="Bit">The bit that says it was seen.</param>
    internal readonly record struct Token(HintKey Key, byte[] Value, bool IsPrefix, int Bit);
}
