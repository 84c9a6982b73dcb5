using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>
/// One of several equal shares of all visitors, told apart by their pseudonyms: under one secret a visitor is in the same share in every process.
/// Immutable, thread safe.
/// </summary>
/// <example><code>var second = new VisitorShard(2, 4);</code></example>
public sealed record VisitorShard
{
    /// <summary>The most shares that visitors can be divided into.</summary>
    public const int MostShards = 1024;

    /// <summary>Names a share.</summary>
    /// <param name="index">Which one, from 1.</param>
    /// <param name="count">Of how many, at most <see cref="MostShards"/>.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: there is no such share.</exception>
    public VisitorShard(int index, int count)
    {
        if (count is < 1 or > MostShards || index < 1 || index > count)
        {
            throw new EngineException(
                ErrorId.InvalidOption, "shard", string.Create(CultureInfo.InvariantCulture, $"there is no shard {index} of {count}"), $"write for example 2/4; {MostShards} shards at most");
        }

        Index = index;
        Count = count;
    }

    /// <summary>Which share, from 1.</summary>
    public int Index { get; }

    /// <summary>How many shares there are.</summary>
    public int Count { get; }

    /// <summary>Reads <c>2/4</c>.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: not of this form, or there is no such share.</exception>
    public static VisitorShard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Number(text.AsSpan(0, slash), out var index) && Number(text.AsSpan(slash + 1), out var count)
            ? new VisitorShard(index, count)
            : throw new EngineException(ErrorId.InvalidOption, "shard", $"\"{text}\" is not a shard", "write for example 2/4: the second of four");

        static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>For example <c>2/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>
    /// Whether a visitor belongs to this share; no visitor at all belongs to the first. By bits that <see cref="VisitorIndex"/> spreads by neither,
    /// so that its tables stay as even as with all visitors.
    /// </summary>
    internal bool Holds(Pseudonym visitor) => (int)((visitor.Low >> 32) * (uint)Count >> 32) == Index - 1;
}
