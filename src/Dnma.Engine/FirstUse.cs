namespace Dnma.Engine;

/// <summary>
/// A value that is computed when it is first asked for, once. Unlike a lazy one it can be cancelled: then, or after a failure, the next one who asks computes it
/// anew. Who asks while another computes waits. Thread safe.
/// </summary>
internal sealed class FirstUse<T>(Func<CancellationToken, T> compute)
    where T : class
{
    private readonly Lock _turn = new();
    private T? _value;

    /// <summary>The value.</summary>
    /// <param name="cancellation">Stops the computing, not the waiting for another's.</param>
    public T Get(CancellationToken cancellation = default)
    {
        if (Volatile.Read(ref _value) is { } known)
        {
            return known;
        }

        lock (_turn)
        {
            if (_value is null)
            {
                Volatile.Write(ref _value, compute(cancellation));
            }

            return _value!;
        }
    }
}
