using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>
/// How accounts are used in one period, territory and profile. An account is one person's, in one establishment, as one profile, and so is a user here: the
/// users of each establishment and profile are exact, and their sum counts who is in two of them twice, as the accounts do. A value, thread safe.
/// </summary>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">The territory's code, <c>inconnu</c> where none is known.</param>
/// <param name="Profile">The profile's code, or <c>total</c>: the sum of the profiles that say how many accounts they have.</param>
/// <param name="Establishments">Declared establishments that say how many accounts were created: those that adoption is about.</param>
/// <param name="Created">Their accounts.</param>
/// <param name="Active">The users of each of them and of each profile that says so, in the period, added up.</param>
/// <param name="Activation">Accounts activated, of those created, where both are said.</param>
public readonly record struct AdoptionRow(
    PeriodKind Period,
    DateOnly PeriodStart,
    TerritoryLevel Level,
    string Code,
    string Profile,
    long Establishments,
    long Created,
    long Active,
    Ratio Activation)
{
    /// <summary>The adoption rate: users ÷ accounts (domain §3). Above 1 where more persons are seen than accounts were declared.</summary>
    public Ratio Adoption => new(Active, Created);
}
