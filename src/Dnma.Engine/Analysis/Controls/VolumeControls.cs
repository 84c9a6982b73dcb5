namespace Dnma.Engine.Analysis.Controls;

/// <summary>Family 11: weeks whose volume is not what the school calendar, peers and the series' own level let expect. Immutable, thread safe.</summary>
public static class VolumeControls
{
    /// <summary>A wider territory's week is too low.</summary>
    public static Control WeekLow { get; } = new(
        "week-low", 11, ControlSeverity.Warning,
        new("Le volume de ces semaines est anormalement bas pour leurs jours de classe.", "The volume of these weeks is unusually low for their school days."),
        new("Vérifier si des journaux manquent, ou si leurs horloges ont glissé.", "Check whether logs are missing, or their clocks slipped."));

    /// <summary>The same at one establishment.</summary>
    public static Control SchoolWeekLow { get; } = new(
        "school-week-low", 11, ControlSeverity.Notice,
        new("Le volume de ces semaines est anormalement bas pour cet établissement.", "The volume of these weeks is unusually low for this establishment."),
        new("Vérifier si des journaux manquent, ou si leurs horloges ont glissé.", "Check whether logs are missing, or their clocks slipped."));

    /// <summary>A wider territory's week is too high.</summary>
    public static Control WeekHigh { get; } = new(
        "week-high", 11, ControlSeverity.Warning,
        new("Le volume de ces semaines est anormalement haut pour leurs jours de classe.", "The volume of these weeks is unusually high for their school days."),
        new("Chercher un robot, un second marquage, ou des visites d'autres semaines.", "Look for a robot, a second tag, or visits of other weeks."));

    /// <summary>The same at one establishment.</summary>
    public static Control SchoolWeekHigh { get; } = new(
        "school-week-high", 11, ControlSeverity.Notice,
        new("Le volume de ces semaines est anormalement haut pour cet établissement.", "The volume of these weeks is unusually high for this establishment."),
        new("Chercher un robot, un second marquage, ou des visites d'autres semaines.", "Look for a robot, a second tag, or visits of other weeks."));

    /// <summary>Too many hits for the visits.</summary>
    public static Control HitsPerVisit { get; } = new(
        "hits-per-visit", 11, ControlSeverity.Warning,
        new("Les visites ont nettement plus de hits qu'avant : un second marquage, ou un robot.", "Visits have clearly more hits than before: a second tag, or a robot."),
        new("Chercher des pages marquées deux fois, puis des personnes à très nombreux hits.", "Look for pages tagged twice, then for persons with very many hits."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [WeekLow, SchoolWeekLow, WeekHigh, SchoolWeekHigh, HitsPerVisit];
}
