namespace Dnma.Engine.Analysis.Controls;

/// <summary>Family 8: series that end or break. Those of schools are apart from those of wider territories, which ask more of the reader. Immutable, thread safe.</summary>
public static class SeriesControls
{
    /// <summary>A nation, an académie or a platform fed something, then nothing.</summary>
    public static Control FeedSilent { get; } = new(
        "feed-silent", 8, ControlSeverity.Alarm,
        new("Ce territoire alimentait cette série, puis plus rien : un silence que ni le calendrier scolaire ni le hasard n'expliquent.",
            "This territory fed this series, then nothing: a silence that neither the school calendar nor chance explains."),
        new("Demander à l'exploitant si le marquage a été retiré ; dater la rupture à côté de tout chiffre qui la traverse.",
            "Ask the operator whether the tags were taken off; date the break beside every figure that spans it."));

    /// <summary>The same at one establishment.</summary>
    public static Control SchoolSilent { get; } = new(
        "school-silent", 8, ControlSeverity.Warning,
        new("Cet établissement alimentait cette série, puis plus rien, en semaines de classe.", "This establishment fed this series, then nothing, in weeks of school."),
        new("Vérifier le marquage, et si l'établissement est fermé.", "Check the tag, and whether the establishment is closed."));

    /// <summary>A wider territory's level falls.</summary>
    public static Control LevelFall { get; } = new(
        "level-fall", 8, ControlSeverity.Alarm,
        new("À partir de cette semaine la série se tient sur un niveau nettement plus bas : le périmètre a changé, ou le marquage.",
            "From this week on the series stays on a clearly lower level: the perimeter changed, or the tags."),
        new("Chercher quels établissements ou services manquent ; comparer à périmètre constant.", "Find which establishments or services are missing; compare on a constant perimeter."));

    /// <summary>The same at one establishment.</summary>
    public static Control SchoolLevelFall { get; } = new(
        "school-level-fall", 8, ControlSeverity.Warning,
        new("À partir de cette semaine l'établissement se tient sur un niveau nettement plus bas.", "From this week on the establishment stays on a clearly lower level."),
        new("Vérifier si une partie des pages ou des comptes n'est plus marquée.", "Check whether a part of its pages or accounts is no longer tagged."));

    /// <summary>A wider territory's level rises.</summary>
    public static Control LevelRise { get; } = new(
        "level-rise", 8, ControlSeverity.Warning,
        new("À partir de cette semaine la série se tient sur un niveau nettement plus haut : des établissements ont rejoint la mesure, ou des pages sont marquées deux fois.",
            "From this week on the series stays on a clearly higher level: establishments joined, or pages are tagged twice."),
        new("Chercher d'où viennent les visites de plus.", "Find out where the additional visits come from."));

    /// <summary>The same at one establishment.</summary>
    public static Control SchoolLevelRise { get; } = new(
        "school-level-rise", 8, ControlSeverity.Notice,
        new("À partir de cette semaine l'établissement se tient sur un niveau nettement plus haut.", "From this week on the establishment stays on a clearly higher level."),
        new("S'assurer que c'est un usage, et non un second marquage.", "Make sure that this is use, and not a second tag."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [FeedSilent, SchoolSilent, LevelFall, SchoolLevelFall, LevelRise, SchoolLevelRise];

    internal static void Run(ControlRequest request, List<Control> asked, List<Finding> findings)
    {
        asked.AddRange(All);
        asked.AddRange(VolumeControls.All.Where(control => control != VolumeControls.HitsPerVisit || request.Measured.Origins.Hits == FigureOrigin.Counted));
        if (SeriesFigures.Read(request) is { } figures)
        {
            new SeriesFindings(request, figures).AddTo(findings);
        }
    }
}
