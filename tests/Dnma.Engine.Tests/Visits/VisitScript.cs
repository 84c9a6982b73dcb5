using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Hits of one or more visitors, told in a few words, and the visits that the sessionizer makes of them.</summary>
internal sealed class VisitScript : IVisitSink
{
    private readonly HitDictionaries _dictionaries = new();
    private readonly List<PackedHit> _hits = [];
    private readonly Norm _norm;
    private readonly DayRange? _range;

    public VisitScript(Norm norm, DayRange? range = null)
    {
        _norm = norm;
        _range = range;
    }

    public List<(Visit Visit, UsageSlice[] Slices)> Visits { get; } = [];

    public List<(PackedHit Hit, int Day)> Events { get; } = [];

    public int Visitors { get; private set; }

    public VisitLedger Ledger { get; private set; } = new();

    public QualificationLedger Exclusions { get; private set; } = new();

    /// <summary>Adds a hit; <paramref name="at"/> is an ISO instant with its offset.</summary>
    public VisitScript Hit(
        string at,
        HitKind kind = HitKind.Page,
        string service = "",
        string uai = "",
        string project = "",
        string platform = "",
        Profile profile = Profile.Inconnu,
        DeviceTraits traits = default,
        ulong visitor = 1,
        uint visitorHigh = 0,
        ulong person = 0,
        ulong content = 0,
        bool isCounted = true,
        int repeat = 1)
    {
        var place = new Place(Code(_dictionaries.Establishments, uai), Code(_dictionaries.Projects, project), Code(_dictionaries.Platforms, platform));
        var usage = new Usage(Code(_dictionaries.Services, service), 0, 0);
        var hit = new PackedHit
        {
            VisitorLow = visitor,
            VisitorHigh = visitorHigh,
            PersonLow = person == 0 ? visitor : person,
            InstantMs = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(),
            Content = content != 0 ? content : (ulong)_hits.Count + 1,
            Place = _dictionaries.Places.CodeOf(place),
            Usage = _dictionaries.Usages.CodeOf(usage),
            Facts = PackedHit.PackFacts(traits, profile, kind)
                | (isCounted ? PackedHit.CountedBit : 0)
                | (isCounted && _norm.Counting.IsPageView(kind) ? PackedHit.PageViewBit : 0),
        };
        for (var i = 0; i < repeat; i++)
        {
            _hits.Add(hit);
        }

        return this;
    }

    /// <summary>Makes the visits, feeding hits in stretches of <paramref name="stretch"/>.</summary>
    public VisitScript Run(int stretch = int.MaxValue)
    {
        var sorted = _hits.ToArray();
        sorted.AsSpan().Sort(new HitOrder(_dictionaries));
        var sessionizer = new Sessionizer(_norm, _dictionaries, CivilZone.Paris, _range, this);
        for (var from = 0; from < sorted.Length; from += Math.Min(stretch, sorted.Length - from))
        {
            sessionizer.Push(sorted.AsSpan(from, Math.Min(stretch, sorted.Length - from)));
        }

        sessionizer.Finish();
        (Ledger, Exclusions) = (sessionizer.Ledger, sessionizer.Exclusions);
        return this;
    }

    public long DurationOf(int visit, string service) =>
        Visits[visit].Slices.Where(slice => _dictionaries.Services.Text(_dictionaries.Usages[slice.Usage].Service) == service).Sum(slice => slice.DurationMs);

    public string EstablishmentOf(int visit) => _dictionaries.Establishments.Text(Visits[visit].Visit.Place.Establishment);

    public string ProjectOf(int visit) => _dictionaries.Projects.Text(Visits[visit].Visit.Place.Project);

    public string PlatformOf(int visit) => _dictionaries.Platforms.Text(Visits[visit].Visit.Place.Platform);

    void IVisitSink.BeginVisitor() => Visitors++;

    void IVisitSink.Accept(in Visit visit, ReadOnlySpan<UsageSlice> slices) => Visits.Add((visit, slices.ToArray()));

    void IVisitSink.AcceptEvent(in PackedHit hit, int day) => Events.Add((hit, day));

    private static int Code(LabelDictionary labels, string text) => labels.CodeOf(Encoding.UTF8.GetBytes(text));
}
