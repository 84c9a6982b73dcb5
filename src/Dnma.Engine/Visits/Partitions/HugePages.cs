using System.Runtime.InteropServices;

namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Native memory in large blocks, for which the system is asked for huge pages: far fewer of them are touched for the first time, and found again. Thread
/// safe.
/// </summary>
internal static unsafe partial class HugePages
{
    private const int PageBytes = 2 << 20;
    private const int LineBytes = 64;
    private const int AdviseHugePages = 14;

    /// <summary>So many bytes, with whatever is in them, to be freed by <see cref="Free"/>.</summary>
    public static void* Allocate(long bytes)
    {
        // Less than a page would waste most of it.
        var block = NativeMemory.AlignedAlloc((nuint)bytes, (nuint)(bytes >= PageBytes ? PageBytes : LineBytes));
        if (bytes >= PageBytes && OperatingSystem.IsLinux())
        {
            Ask(block, bytes);
        }

        return block;
    }

    /// <summary>The same, with zeros in them.</summary>
    public static void* AllocateZeroed(long bytes)
    {
        var block = Allocate(bytes);
        NativeMemory.Clear(block, (nuint)bytes);
        return block;
    }

    /// <summary>Frees a block; nothing where it is null.</summary>
    public static void Free(void* block) => NativeMemory.AlignedFree(block);

    /// <summary>A wish: where it is not granted, pages are small and all else is the same.</summary>
    private static void Ask(void* block, long bytes)
    {
        try
        {
            _ = Advise((nint)block, (nuint)bytes, AdviseHugePages);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system whose C library has another name.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
