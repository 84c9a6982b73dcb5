using System.Runtime.InteropServices;

namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Large blocks of native memory, kept from one measurement to the next: memory that was touched before costs nothing, while the first touch of a new
/// page may cost more than all that is done with it. Thread safe.
/// </summary>
internal sealed unsafe partial class SlabStore : IDisposable
{
    /// <summary>The size of a slab, two of the pages that the processor likes best.</summary>
    public const int SlabBytes = 4 << 20;
    private const int HugePageBytes = 2 << 20;
    private const int AdviseHugePages = 14;
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

        return Allocate();
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
                    NativeMemory.AlignedFree((void*)slab);
                }
                else
                {
                    _free.Push(slab);
                }
            }
        }
    }

    /// <summary>Frees what is not rented now; what is rented is freed when it is returned.</summary>
    public void Dispose()
    {
        lock (_access)
        {
            _isDisposed = true;
            while (_free.TryPop(out var slab))
            {
                NativeMemory.AlignedFree((void*)slab);
            }
        }
    }

    private static nint Allocate()
    {
        var slab = (nint)NativeMemory.AlignedAlloc(SlabBytes, HugePageBytes);
        if (OperatingSystem.IsLinux())
        {
            AskForHugePages(slab);
        }

        return slab;
    }

    /// <summary>A wish: where it is not granted, pages are small and all else is the same.</summary>
    private static void AskForHugePages(nint slab)
    {
        try
        {
            _ = Advise(slab, SlabBytes, AdviseHugePages);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system whose C library has another name.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
