using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Remembers the codes of tuples seen lately: a fixed table before the shared dictionary. One for each worker; not thread safe.</summary>
/// <typeparam name="T">The tuple.</typeparam>
internal sealed class TupleCache<T>(TupleDictionary<T> tuples, int slots)
    where T : unmanaged, IEquatable<T>
{
    private readonly T[] _tuples = new T[slots];

    // The default tuple, with which the table begins, is code 0.
    private readonly int[] _codes = new int[slots];

    /// <summary>The code of a tuple.</summary>
    /// <param name="tuple">The tuple.</param>
    /// <param name="hash">Any number that tells most tuples apart.</param>
    public int CodeOf(in T tuple, uint hash)
    {
        var slot = (int)(hash & (uint)(_codes.Length - 1));
        if (!_tuples[slot].Equals(tuple))
        {
            _codes[slot] = tuples.CodeOf(tuple);
            _tuples[slot] = tuple;
        }

        return _codes[slot];
    }
}
