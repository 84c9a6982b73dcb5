using System.Collections.Concurrent;

namespace Dnma.Engine.Hits;

/// <summary>
/// The distinct values of a small tuple of codes, each with a dense code; the default tuple is code 0. Codes depend on arrival order,
/// so nothing published may depend on them. Thread safe; looking up a known tuple allocates nothing.
/// </summary>
/// <typeparam name="T">The tuple.</typeparam>
public sealed class TupleDictionary<T>
    where T : unmanaged, IEquatable<T>
{
    private readonly ConcurrentDictionary<T, int> _codes = new();
    private readonly Lock _growth = new();
    private T[] _values = new T[256];
    private int _count = 1;

    /// <summary>Creates a dictionary that holds the default tuple.</summary>
    public TupleDictionary() => _codes[default] = 0;

    /// <summary>How many codes there are: 0 to <c>Count − 1</c>.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The tuple of a code.</summary>
    public T this[int code] => Volatile.Read(ref _values)[code];

    /// <summary>The code of a tuple, made on first sight.</summary>
    public int CodeOf(in T value) => _codes.TryGetValue(value, out var code) ? code : Add(value);

    private int Add(in T value)
    {
        lock (_growth)
        {
            if (_codes.TryGetValue(value, out var code))
            {
                return code;
            }

            code = _count;
            if (code == _values.Length)
            {
                var values = new T[code * 2];
                Array.Copy(_values, values, code);
                Volatile.Write(ref _values, values);
            }

            _values[code] = value;
            Volatile.Write(ref _count, code + 1);
            _codes[value] = code;
            return code;
        }
    }
}
