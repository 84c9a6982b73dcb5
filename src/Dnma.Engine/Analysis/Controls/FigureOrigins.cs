namespace Dnma.Engine.Analysis.Controls;

/// <summary>How each column of a table of indicators came about. Immutable, thread safe.</summary>
public sealed record FigureOrigins
{
    /// <summary>Of a measurement: all is counted.</summary>
    public static FigureOrigins Measured { get; } = new();

    /// <summary>
    /// Of published tables: visits and users are counted; durations are the published mean, which is rounded, times the visits, and so estimates, and timed visits are
    /// those that it was multiplied by, so that their quotient is the published mean; the rest is not published.
    /// </summary>
    public static FigureOrigins Published { get; } = new()
    {
        PageViews = FigureOrigin.Unknown,
        Hits = FigureOrigin.Unknown,
        DurationMs = FigureOrigin.Estimated,
        TimedVisits = FigureOrigin.Estimated,
        Bounces = FigureOrigin.Unknown,
        FlashVisits = FigureOrigin.Unknown,
    };

    /// <summary>Visits.</summary>
    public FigureOrigin Visits { get; init; }

    /// <summary>Distinct users.</summary>
    public FigureOrigin Users { get; init; }

    /// <summary>Page views.</summary>
    public FigureOrigin PageViews { get; init; }

    /// <summary>Hits.</summary>
    public FigureOrigin Hits { get; init; }

    /// <summary>Durations.</summary>
    public FigureOrigin DurationMs { get; init; }

    /// <summary>Visits in the denominator of the time per visit.</summary>
    public FigureOrigin TimedVisits { get; init; }

    /// <summary>Bounces.</summary>
    public FigureOrigin Bounces { get; init; }

    /// <summary>Flash visits.</summary>
    public FigureOrigin FlashVisits { get; init; }
}
