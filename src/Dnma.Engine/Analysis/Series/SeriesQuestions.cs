namespace Dnma.Engine.Analysis.Series;

/// <summary>What a study of series looks for.</summary>
[Flags]
internal enum SeriesQuestions : byte
{
    /// <summary>Runs of weeks without anything.</summary>
    Silence = 1,

    /// <summary>Level shifts.</summary>
    Shift = 2,

    /// <summary>Single weeks.</summary>
    Week = 4,
}
