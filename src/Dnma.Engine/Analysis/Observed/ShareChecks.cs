using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>The controls that judge a share: platforms first, then the establishments, as far as they are not on a platform that was found already.</summary>
internal static class ShareChecks
{
    /// <summary>A vocabulary is closed: a hundredth outside of it is no slip.</summary>
    private const double Vocabulary = 0.01;

    /// <summary>Only authenticated pages are measured, so a tenth of hits without a person is a tag that does not send it.</summary>
    private const double Anonymous = 0.10;

    /// <summary>Users may refuse, but a fifth of them do not: a banner answers for them.</summary>
    private const double OptOut = 0.20;

    /// <summary>One page tagged twice gives one half; what users and redirections do by themselves stays far below a fifth.</summary>
    private const double RapidPages = 0.20;

    /// <summary>A twentieth of the hits counted twice, or dated by a clock that is not believed, is a fault and no accident.</summary>
    private const double Fault = 0.05;

    /// <summary>A platform is seen by machines, but a tenth of its hits is their work on purpose.</summary>
    private const double Machines = 0.10;

    /// <summary>Instants outside of the plausible range cannot come about by themselves.</summary>
    private const double Impossible = 0.001;

    private static readonly ShareRule[] Rules =
    [
        new(HitControls.ProfileUnknown, "hits", unit => unit[HitFact.ProfileUnknown], Counted, Vocabulary, HasPeers: false),
        new(HitControls.ThirdPartyWithoutTool, "hits", unit => unit[HitFact.ThirdPartyWithoutTool], Counted, Vocabulary, HasPeers: false),
        new(HitControls.ToolWithoutThirdParty, "hits", unit => unit[HitFact.ToolWithoutThirdParty], Counted, Vocabulary, HasPeers: false),
        new(HitControls.AnonymousHits, "hits", unit => unit[HitFact.Anonymous], Accepted, Anonymous, HasPeers: true),
        new(HitControls.OptOutHits, "hits", unit => unit[HitFact.OptOut], Accepted, OptOut, HasPeers: true),
        new(HitControls.DoubleTagging, "page_views", unit => unit[VisitFact.RapidPages], unit => unit[VisitFact.PageViews], RapidPages, HasPeers: true),
        new(HitControls.DuplicateHits, "hits", unit => unit[VisitFact.Duplicates], Counted, Fault, HasPeers: true),
        new(HitControls.SplitIncomplete, "hits", unit => unit[HitFact.SplitIncomplete], Accepted, Vocabulary, HasPeers: true),
        new(HitControls.ClockIgnored, "hits", unit => unit[HitFact.ClockIgnored], Accepted, Fault, HasPeers: true),
        new(HitControls.ClockApart, "hits", Apart, unit => unit[HitFact.BothClocks], Machines, HasPeers: true),
        new(HitControls.ImplausibleInstants, "hits", unit => unit[HitFact.ImplausibleInstant], Accepted, Impossible, HasPeers: false),
        new(HitControls.RobotHits, "hits", unit => unit[HitFact.Robot] + unit[VisitFact.RobotVisitHits], Accepted, Machines, HasPeers: true),
        new(HitControls.MonitorHits, "hits", unit => unit[HitFact.Monitor], Accepted, Machines, HasPeers: true),
        new(HitControls.PrefetchHits, "hits", unit => unit[HitFact.Prefetch], Accepted, Machines, HasPeers: true),
    ];

    public static void Check(ObservedUnits units, FindingList findings)
    {
        foreach (var rule in Rules)
        {
            units.Descend(some =>
            {
                var found = rule.Judge(some).ToArray();
                foreach (var (unit, share, bound) in found)
                {
                    findings.Add(rule.Control, unit, rule.Subject, share, bound);
                }

                return found.Select(one => one.Unit);
            });
        }
    }

    private static long Accepted(ObservedUnit unit) => unit[HitFact.Accepted];

    private static long Counted(ObservedUnit unit) => unit[HitFact.Counted];

    private static long Apart(ObservedUnit unit) => unit.Offsets.Where(offset => offset.Offset.Hours == 0).Sum(offset => offset.Hits);
}
