namespace Dnma.Engine.History.Reading;

/// <summary>What a column of a published file holds.</summary>
internal enum ColumnKind
{
    /// <summary>The first day of the row's week.</summary>
    Week,

    /// <summary>The establishment.</summary>
    Uai,

    /// <summary>One of its labels.</summary>
    Label,

    /// <summary>Visits or users of a modality.</summary>
    Count,

    /// <summary>The mean time of a modality.</summary>
    Duration,

    /// <summary>What no data set has: kept as text.</summary>
    Text,
}

/// <summary>One column of a file.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Index">Which label, cell or text it is, from 0.</param>
/// <param name="Name">Its name in the header.</param>
internal readonly record struct ColumnRole(ColumnKind Kind, int Index, string Name);
