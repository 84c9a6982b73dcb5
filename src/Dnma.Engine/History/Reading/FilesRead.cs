using Dnma.Engine.Reports;

namespace Dnma.Engine.History.Reading;

/// <summary>All that was read of some files.</summary>
/// <param name="Files">The files.</param>
/// <param name="Blocks">Their rows, in the order of files and lines.</param>
/// <param name="Establishments">The establishments, by number.</param>
/// <param name="Labels">Their labels, by number.</param>
internal sealed record FilesRead(IReadOnlyList<HistoryFile> Files, RowBlock[] Blocks, string[] Establishments, EstablishmentLabels[] Labels);
