using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation;

/// <summary>
/// One hit as it happened, before any form writes it: the truth that a log tells. Texts are indices into <see cref="Vocabulary"/>,
/// <see cref="UserAgentCatalogue"/> and the <see cref="World"/>, so that a hit costs no allocation.
/// </summary>
internal struct GeneratedHit
{
    /// <summary>When, by the browser's clock; days off where <see cref="HitNotes.SkewedClock"/> stands.</summary>
    public long StampMs;

    /// <summary>When the server got it; whole seconds, in milliseconds UTC.</summary>
    public long LineMs;

    /// <summary>The person; 0: none.</summary>
    public ulong Person;

    /// <summary>The browser.</summary>
    public ulong Client;

    /// <summary>The run of hits that the generator made it in, from 1. Not a visit in any norm's sense.</summary>
    public long Outing;

    /// <summary>Index into <see cref="World.Establishments"/>.</summary>
    public int Establishment;

    /// <summary>Index into <see cref="Vocabulary.Services"/>; −1: none, and then no page label either.</summary>
    public short Service;

    /// <summary>Which of the service's pages, 0–7.</summary>
    public short Page;

    /// <summary>Index into <see cref="UserAgentCatalogue.Entries"/>; −1: none.</summary>
    public short UserAgent;

    /// <summary>The person's profile.</summary>
    public Profile Profile;

    /// <summary>0 none, 1 NATIF, 2 TIERS.</summary>
    public byte Type;

    /// <summary>Index into <see cref="Vocabulary.Tools"/>; 0: none.</summary>
    public byte Tool;

    /// <summary>What the hit reports.</summary>
    public HitKind Kind;

    /// <summary>What else is to be known.</summary>
    public HitNotes Notes;

    /// <summary>Whether <paramref name="note"/> stands.</summary>
    public readonly bool Has(HitNotes note) => (Notes & note) != 0;

    /// <summary>The instant that a form with a browser's clock tells (domain §4.2): the browser's, unless it is over 24 h off.</summary>
    public readonly long StampedInstantMs => Math.Abs(StampMs - LineMs) <= 86_400_000 ? StampMs : LineMs;
}
