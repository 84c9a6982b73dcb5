using Dnma.Engine.Charts.Notebooks;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Charts;

/// <summary>
/// A chart as a value: what it shows, and every word on it; nothing of how it is drawn (<see cref="ChartPictures"/>). <see cref="AudienceCharts"/> makes charts of
/// the engine's tables. Texts that are given are made fit to be shown (<see cref="ModalityLabels.Shown"/>). Immutable, thread safe.
/// </summary>
[TypeFormatterSource(typeof(ChartFormatterSource))]
public abstract record Chart
{
    private const int LongestLine = 200;
    private const int LongestNote = 600;

    private protected Chart()
    {
    }

    /// <summary>What it is of, in a line.</summary>
    public required string Title { get; init => field = ModalityLabels.Shown(value, LongestLine); }

    /// <summary>Where, when and by what measure; empty for none.</summary>
    public string Subtitle { get; init => field = ModalityLabels.Shown(value, LongestLine); } = "";

    /// <summary>What to know before a figure is used: the base of shares, what is withheld, what does not add up.</summary>
    public IReadOnlyList<string> Notes { get; init => field = [.. value.Select(note => ModalityLabels.Shown(note, LongestNote))]; } = [];

    /// <summary>Where the figures are from; empty for none.</summary>
    public string Source { get; init => field = ModalityLabels.Shown(value, LongestLine); } = "";

    /// <summary>The language of every word, and of how figures are written.</summary>
    public LabelLanguage Language { get; init; }

    /// <summary>What the figures are in.</summary>
    public ChartUnit Unit { get; init; }

    /// <summary>Whether there is no figure to draw; pictures then say so.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The figures as a table.</summary>
    public abstract ChartTable Table { get; }
}
