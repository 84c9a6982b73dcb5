namespace Dnma.Engine.Time;

/// <summary>The school holidays of a French school year, in the order they come.</summary>
public enum SchoolHolidayKind : byte
{
    /// <summary>Autumn, around 1 November.</summary>
    Toussaint,

    /// <summary>Christmas and the new year.</summary>
    Noel,

    /// <summary>Winter; by zone.</summary>
    Hiver,

    /// <summary>Spring; by zone.</summary>
    Printemps,

    /// <summary>Ascension Day and the days after it.</summary>
    Ascension,

    /// <summary>Summer; the school year ends with it.</summary>
    Ete,
}
