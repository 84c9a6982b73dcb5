using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Contracts;
using Dnma.Engine.History.Reading;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest.Sources;
using Dnma.Engine.Reports;

namespace Dnma.Engine.History;

/// <summary>
/// Published open data, read back: a table a data set, and what is wrong with the files. Any number of files, years and data sets; of the same week of an establishment
/// the one read last stands. Immutable, thread safe.
/// </summary>
public sealed class PublishedHistory
{
    private PublishedHistory(IReadOnlyList<HistoryFile> files, IReadOnlyList<PublishedTable> tables) => (Files, Tables) = (files, tables);

    /// <summary>The files, in the order in which they were read.</summary>
    public IReadOnlyList<HistoryFile> Files { get; }

    /// <summary>One table for each data set that a file is of, in the order of <see cref="OpenDataSet.All"/>.</summary>
    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>Reads published files: CSV, plain, gzip or zstd, and Parquet; the data set is told by the columns.</summary>
    /// <param name="paths">Files, folders and globs, as for logs; later files go before earlier ones.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: a path leads to no file that can be read. <see cref="ErrorId.UndecidedFormat"/>: a file is no published data set.
    /// <see cref="ErrorId.InvalidReference"/>: its header cannot be used. <see cref="ErrorId.NothingAccepted"/>: none of its rows can be read.
    /// </exception>
    public static async Task<PublishedHistory> ReadAsync(IReadOnlyList<string> paths, HistoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new HistoryOptions();
        if (options.Threads < 1)
        {
            throw new EngineException(ErrorId.InvalidOption, "threads", "there must be one at least", "give a number from 1 on");
        }

        var sources = await Task.Run(() => PathExpansion.Expand(paths), cancellationToken).ConfigureAwait(false);
        var read = await new FileReader(options).ReadAsync(sources, cancellationToken).ConfigureAwait(false);
        return new PublishedHistory(read.Files, TablesOf(read));
    }

    /// <summary>The table of a data set; null when no file was of it.</summary>
    public PublishedTable? Find(OpenDataSet set) => Tables.FirstOrDefault(table => table.Set == set);

    /// <summary>
    /// Lays weeks of establishments out as indicators, to be compared, checked and trended beside measured ones. Visits and users are those published; durations are
    /// estimates (<see cref="FigureOrigins.Published"/>). Cells without a figure are <see cref="MeasuredTable.Withheld"/>. There are no rows of wider territories
    /// or longer periods: their users are not known.
    /// </summary>
    /// <param name="selection">Which part; everything by default, which takes some 50 bytes for each figure that is not zero.</param>
    public MeasuredTable ToMeasured(HistorySelection? selection = null) => new MeasuredLayout(Tables, selection ?? HistorySelection.Everything).Build();

    /// <summary>
    /// Asks the automated controls: those of files and years of everything, those of tables of the school years named. A finding changes no figure.
    /// </summary>
    /// <param name="checks">What is asked, and what is known besides.</param>
    public FindingTable Check(HistoryChecks? checks = null) => (checks ?? new HistoryChecks()).Run(this);

    private static List<PublishedTable> TablesOf(FilesRead read)
    {
        var ranks = new int[read.Establishments.Length];
        var numbers = Enumerable.Range(0, ranks.Length).ToArray();
        var codes = read.Establishments.ToArray();
        Array.Sort(codes, numbers, Comparer<string>.Create(IndicatorColumns.CompareUtf8));
        for (var rank = 0; rank < numbers.Length; rank++)
        {
            ranks[numbers[rank]] = rank;
        }

        // Numbers were given as threads came: from here on they are the order of the codes.
        foreach (var block in read.Blocks)
        {
            foreach (ref var establishment in block.Establishments.AsSpan())
            {
                establishment = ranks[establishment];
            }
        }

        var tables = new List<PublishedTable>();
        foreach (var set in OpenDataSet.All.Where(set => read.Files.Any(file => file.Set == set)))
        {
            RowBlock[] blocks = [.. read.Blocks.Where(block => block.Layout.Set == set)];
            var columns = new TableColumns(set, blocks.Select(block => block.Layout).Distinct());
            tables.Add(new PublishedTable(set, columns, new TableRows(blocks, columns), codes, read.Labels));
        }

        return tables;
    }
}
