namespace Dnma.Engine.Hits;

/// <summary>
/// Some thousand accepted hits as columns: what ingestion hands to qualification. Reused by its worker: valid during one call only.
/// Row order carries no meaning. Not thread safe.
/// </summary>
public sealed class HitBatch
{
    /// <summary>Creates an empty batch.</summary>
    /// <param name="capacity">How many hits it can hold.</param>
    public HitBatch(int capacity = 4096)
    {
        Capacity = capacity;
        InstantMs = new long[capacity];
        Person = new Pseudonym[capacity];
        Client = new Pseudonym[capacity];
        Place = new int[capacity];
        Usage = new int[capacity];
        Collectivity = new int[capacity];
        Label = new int[capacity];
        Traits = new DeviceTraits[capacity];
        Profile = new Profile[capacity];
        Kind = new HitKind[capacity];
        Flags = new HitFlags[capacity];
        ClockOffset = new ClockOffset[capacity];
        Content = new ulong[capacity];
    }

    /// <summary>How many hits it can hold.</summary>
    public int Capacity { get; }

    /// <summary>How many hits it holds.</summary>
    public int Count { get; set; }

    /// <summary>Milliseconds UTC since 1970.</summary>
    public long[] InstantMs { get; }

    /// <summary>The person's pseudonym, in the scope of project, else collectivity; none for an anonymous hit.</summary>
    public Pseudonym[] Person { get; }

    /// <summary>The browser's pseudonym; none where the hit names no browser.</summary>
    public Pseudonym[] Client { get; }

    /// <summary>Codes in <see cref="HitDictionaries.Places"/>.</summary>
    public int[] Place { get; }

    /// <summary>Codes in <see cref="HitDictionaries.Usages"/>.</summary>
    public int[] Usage { get; }

    /// <summary>Codes in <see cref="HitDictionaries.Collectivities"/>.</summary>
    public int[] Collectivity { get; }

    /// <summary>Codes in <see cref="HitDictionaries.Labels"/>; 0 for pages and pings.</summary>
    public int[] Label { get; }

    /// <summary>Device, system, browser, connected object.</summary>
    public DeviceTraits[] Traits { get; }

    /// <summary>Profiles.</summary>
    public Profile[] Profile { get; }

    /// <summary>Kinds.</summary>
    public HitKind[] Kind { get; }

    /// <summary>What ingestion noticed.</summary>
    public HitFlags[] Flags { get; }

    /// <summary>How far hits' own clocks were from their lines'.</summary>
    public ClockOffset[] ClockOffset { get; }

    /// <summary>
    /// A hash of every canonical field but instant and person (design §6: hits equal in every canonical field are one hit). Two hits of
    /// one person at one instant with the same hash are the same hit; 2⁻⁶⁴ is the chance that this is wrong for one such pair.
    /// </summary>
    public ulong[] Content { get; }

    /// <summary>Writes one hit over another, every column of it.</summary>
    internal void Copy(int from, int to)
    {
        InstantMs[to] = InstantMs[from];
        Person[to] = Person[from];
        Client[to] = Client[from];
        Place[to] = Place[from];
        Usage[to] = Usage[from];
        Collectivity[to] = Collectivity[from];
        Label[to] = Label[from];
        Traits[to] = Traits[from];
        Profile[to] = Profile[from];
        Kind[to] = Kind[from];
        Flags[to] = Flags[from];
        ClockOffset[to] = ClockOffset[from];
        Content[to] = Content[from];
    }
}
