namespace Dnma.Engine.Certification;

/// <summary>Something that must be true of any right measurement, with the values found. All are checked in every measurement. Immutable, thread safe.</summary>
/// <param name="Id">A stable name, for example <c>accepted-is-excluded-and-visited</c>.</param>
/// <param name="Statement">What must hold, in words.</param>
/// <param name="Expected">One side.</param>
/// <param name="Actual">The other side.</param>
/// <param name="Holds">Whether it does, everywhere that it was checked.</param>
/// <param name="Detail">The first place where it does not; empty when it holds.</param>
public sealed record ConservationLaw(string Id, string Statement, long Expected, long Actual, bool Holds, string Detail = "")
{
    /// <summary>Two numbers that must be equal.</summary>
    internal static ConservationLaw Equal(LawText law, long expected, long actual) =>
        new(law.Id, law.English, expected, actual, expected == actual, expected == actual ? "" : $"{expected} ≠ {actual}");
}
