namespace Dnma.Engine.Time;

/// <summary>The school holidays of a French school year.</summary>
public enum SchoolHolidayKind : byte
{
    /// <summary>Autumn, around 1 November.</summary>
    Toussaint,

    /// <summary>Christmas and the new year; in La Réunion the southern summer.</summary>
    Noel,

    /// <summary>Winter, by zone; the carnival overseas.</summary>
    Hiver,

    /// <summary>Spring, by zone; Easter overseas.</summary>
    Printemps,

    /// <summary>Ascension Day and the days beside it.</summary>
    Ascension,

    /// <summary>The long holidays that the school year ends with: summer, and La Réunion's southern winter.</summary>
    Ete,

    /// <summary>Between two of the periods that school years of La Réunion and the Pacific are made of.</summary>
    Periode,

    /// <summary>Days off beside a feast, and single days.</summary>
    Pont,
}
