using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>One row of a <see cref="DeploymentRegister"/>: an establishment that has, had or will have a workspace. Immutable, thread safe.</summary>
public sealed record DeployedEstablishment
{
    private readonly AccountCounts[] _accounts;

    internal DeployedEstablishment(string uai, AccountCounts[] accounts)
    {
        Uai = uai;
        _accounts = accounts;
    }

    /// <summary>Seven digits and a capital; the letter need not be the right one.</summary>
    public string Uai { get; }

    /// <summary>The ENT project, by the label that hits carry; empty when nobody says.</summary>
    public string Project { get; init; } = "";

    /// <summary>The platform, by the label that hits carry; empty when nobody says.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The first day of its workspace; null: it has been there all the time.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The first day without it (half-open); null: it is still there.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The accounts of a profile.</summary>
    public AccountCounts Accounts(Profile profile) => _accounts[(int)profile];

    /// <summary>Whether the workspace is there on one of some days at least.</summary>
    /// <param name="days">Local days.</param>
    public bool IsDeployed(DayRange days) =>
        (OpenedOn is not { } opened || LocalCalendar.DayOf(opened) < days.End) && (ClosedOn is not { } closed || LocalCalendar.DayOf(closed) > days.Start);
}
