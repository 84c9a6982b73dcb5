namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The arrays that <see cref="ModalityRows{T}"/> outgrow, for the next ones of that length: what grows in steps would else leave behind more than it keeps.
/// Not thread safe.
/// </summary>
/// <typeparam name="T">What they hold.</typeparam>
internal sealed class RowArrays<T>
    where T : struct
{
    private readonly Dictionary<int, Stack<T[]>> _free = [];

    /// <summary>An array of exactly so many rows, of zeros.</summary>
    public T[] Rent(int rows)
    {
        if (_free.TryGetValue(rows, out var free) && free.TryPop(out var used))
        {
            Array.Clear(used);
            return used;
        }

        // Pinned, so that no collection moves them: there may be gigabytes, and all of it lives to the end.
        return GC.AllocateArray<T>(rows, pinned: true);
    }

    /// <summary>Takes an array back.</summary>
    public void Return(T[] rows)
    {
        if (rows.Length > 0)
        {
            if (!_free.TryGetValue(rows.Length, out var free))
            {
                _free.Add(rows.Length, free = []);
            }

            free.Push(rows);
        }
    }
}
