namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Large blocks of native memory, kept from one measurement to the next: memory that was touched before costs nothing, while the first touch of a new
/// page may cost more than all that is done with it. Thread safe.
/// </summary>
internal sealed unsafe class SlabStore : IDisposable
{
    /// <summary>The size of a slab, two huge pages.</summary>
    public const int SlabBytes = 4 << 20;
    private readonly Lock _access = new();
    private readonly Stack<nint> _free = [];
    private bool _isDisposed;

    /// <summary>A slab of <see cref="SlabBytes"/>, with whatever is in it.</summary>
    public nint Rent()
    {
        lock (_access)
        {
            if (_free.TryPop(out var slab))
            {
                return slab;
            }
        }

        return (nint)HugePages.Allocate(SlabBytes);
    }

    /// <summary>Takes slabs back.</summary>
    public void Return(List<nint> slabs)
    {
        lock (_access)
        {
            foreach (var slab in slabs)
            {
                if (_isDisposed)
                {
                    HugePages.Free((void*)slab);
                }
                else
                {
                    _free.Push(slab);
                }
            }
        }
    }

    /// <summary>Frees what is not rented now.</summary>
    public void Trim()
    {
        lock (_access)
        {
            while (_free.TryPop(out var slab))
            {
                HugePages.Free((void*)slab);
            }
        }
    }

    /// <summary>Frees what is not rented now; what is rented is freed when it is returned.</summary>
    public void Dispose()
    {
        lock (_access)
        {
            _isDisposed = true;
        }

        Trim();
    }
}
