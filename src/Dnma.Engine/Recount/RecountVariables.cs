using System.Globalization;
using Dnma.Engine.Qualification;
using Dnma.Engine.Store;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Recount;

/// <summary>The rules of a request as variables of SQL.</summary>
internal static class RecountVariables
{
    /// <summary>A statement for each of them.</summary>
    public static IEnumerable<string> Of(RecountRequest request)
    {
        var norm = request.Norm;
        yield return Set("zone", DuckDbSession.Literal(request.ZoneId));
        yield return Set("clicks", norm.Counting.Clicks switch { ClickRule.All => "'all'", ClickRule.ThirdPartyServices => "'third party'", _ => "'none'" });
        yield return Set("has_events", Boolean(norm.Counting.CountsEvents));
        yield return Set("has_pings", Boolean(norm.Counting.PingsExtend));
        yield return Set("tick_ms", Number(norm.FloorsToSecond ? 1000 : 1));
        yield return Set("inactivity_ms", Number(norm.InactivityMs));
        yield return Set("cuts_at_midnight", Boolean(norm.CutsAtMidnight));
        yield return Set("full_at", Number(norm.CutsAfterActions > 0 ? norm.CutsAfterActions : null));
        yield return Set("robot_above", Number(norm.RobotAboveHits > 0 ? norm.RobotAboveHits : null));
        yield return Set("duration", norm.Duration switch { DurationRule.RoundedToSecond => "'rounded'", DurationRule.OneSecondMore => "'one second more'", _ => "'exact'" });
        yield return Set("adds_ms", Number(norm.Duration == DurationRule.OneSecondMore ? 1000 : 0));
        yield return Set("timed", norm.TimedVisits switch { TimedVisitRule.All => "'all'", TimedVisitRule.TwoHits => "'two hits'", _ => "'lasting'" });
        yield return Set("bounces_by_actions", Boolean(norm.BouncesByActions));
        yield return Set("flash_ms", Number(norm.FlashMs));
        yield return Set("from_day", Number(request.From));
        yield return Set("to_day", Number(request.To));
        yield return Set("is_sample", Boolean(request.IsSample));
        yield return Set("known_first", Number(request.Range?.Start));
        yield return Set("known_end", Number(request.Range?.End));
        yield return Set("customs", Number(request.CustomNames.Count));
    }

    private static string Set(string name, string value) => $"SET VARIABLE {name} = {value}";

    private static string Boolean(bool value) => value ? "true" : "false";

    private static string Number(long? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}::BIGINT") : "NULL::BIGINT";
}
