namespace Dnma.Engine.Time;

/// <summary>The kinds of period that figures are counted over. The order is that of the file contract's names, not of length.</summary>
public enum PeriodKind : byte
{
    /// <summary>One local day.</summary>
    Day,

    /// <summary>Seven local days from a Monday (ISO 8601).</summary>
    Week,

    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>A school year: 1 August to 31 July (domain: the published data's year).</summary>
    SchoolYear,

    /// <summary>The whole measured range.</summary>
    All,
}
