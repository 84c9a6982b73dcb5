namespace Dnma.Engine.References;

/// <summary>How many accounts an establishment has on a platform; null where nobody says, which is not none. A value, thread safe.</summary>
/// <param name="Created">Accounts that were made.</param>
/// <param name="Activated">Those of them that their owners have opened at least once.</param>
public readonly record struct AccountCounts(long? Created, long? Activated)
{
    /// <summary>Nobody says.</summary>
    public static AccountCounts Untold { get; }
}
