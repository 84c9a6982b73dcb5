namespace Dnma.Engine.History.Reading;

/// <summary>Numbers values in the order in which threads come with them; what is shown never depends on a number. Thread safe.</summary>
/// <typeparam name="T">What is numbered.</typeparam>
internal sealed class SharedNumbers<T>
    where T : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _values = [];

    /// <summary>The number of a value, which is given one when it has none.</summary>
    public int Of(T value)
    {
        lock (_gate)
        {
            if (!_numbers.TryGetValue(value, out var number))
            {
                number = _values.Count;
                _numbers.Add(value, number);
                _values.Add(value);
            }

            return number;
        }
    }

    /// <summary>The values by number, once nobody adds any more.</summary>
    public T[] ToArray()
    {
        lock (_gate)
        {
            return [.. _values];
        }
    }
}
