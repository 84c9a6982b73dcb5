using Dnma.Engine.Certification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Recount;

namespace Dnma.Engine;

/// <summary>What a recount says to the certificate, and where there can be none.</summary>
internal static class RecountCheck
{
    /// <summary>The recount as a check; none where nobody asked for it.</summary>
    public static IEnumerable<ConservationLaw> Of(RecountOutcome? outcome)
    {
        if (outcome is not null)
        {
            yield return new ConservationLaw(
                "recount-agrees",
                "figures recounted in SQL = figures that agree",
                outcome.Cells,
                outcome.Cells - outcome.Differing,
                outcome.Agrees,
                outcome.Differences is [var first, ..] ? first.ToString() : "");
        }
    }

    /// <summary>Refuses what cannot be recounted.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a recount was asked for.</exception>
    public static void Refuse(EngineOptions options, string what)
    {
        if (options.Recount != RecountScope.None)
        {
            throw new EngineException(
                ErrorId.InvalidOption, "recount", $"{what} is not recounted: nobody has the hits of all visitors at once", "ask for no recount, or measure the log in one process");
        }
    }
}
