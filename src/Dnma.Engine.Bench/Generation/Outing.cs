using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation;

/// <summary>A person's run of hits while it lasts. Not a visit: how it is cut is for a norm to say.</summary>
internal struct Outing
{
    public SplitMix64 Random;
    public long Number;
    public long InstantMs;
    public ulong Person;
    public ulong Client;
    public int Establishment;
    public int HitsLeft;
    public int SkewMs;
    public short Service;
    public short UserAgent;
    public byte Tool;
    public Profile Profile;
    public HitNotes Notes;
    public bool IsFirst;
}
