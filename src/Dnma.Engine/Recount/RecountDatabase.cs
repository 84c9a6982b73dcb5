using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Store;
using Dnma.Engine.Time;

namespace Dnma.Engine.Recount;

/// <summary>
/// The second count: hits as the engine carries them go in, rows of indicators and events come out, and all between is the SQL of the folder <c>Sql</c>. First
/// hits are written, by any threads; then it is one thread's. Used once.
/// </summary>
internal sealed class RecountDatabase : IDisposable
{
    /// <summary>So many parts of visits are counted over all periods and levels at once: each statement costs some milliseconds, and each row memory.</summary>
    private const long PartsAtOnce = 200_000;

    /// <summary>So many are counted over all levels at once.</summary>
    private const long PartsOfPeriodAtOnce = 2_000_000;

    /// <summary>Of so few hits, more threads cost more than they give.</summary>
    private const long HitsOfOneThread = 50_000;

    private static readonly string AllPeriods = ListOf(Enum.GetValues<PeriodKind>().Select(period => (int)period));

    private readonly DuckDbSession _session;
    private readonly DuckDbAppender _hits;
    private readonly Action? _onClosing;
    private Task? _closing;

    private RecountDatabase(DuckDbSession session, Action? onClosing)
    {
        _session = session;
        _onClosing = onClosing;
        foreach (var statement in RecountSql.Statements("1-tables"))
        {
            session.Execute(statement);
        }

        _hits = DuckDbAppender.Open(session, "hits");
    }

    /// <summary>Opens an empty one.</summary>
    /// <param name="settings">What it may use.</param>
    /// <param name="onClosing">Called on the thread that closes it, before it does.</param>
    public static RecountDatabase Open(DuckDbSettings settings, Action? onClosing = null)
    {
        var session = DuckDbSession.Open(settings);
        try
        {
            return new RecountDatabase(session, onClosing);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A writer of hits for one worker.</summary>
    public RecountWriter OpenWriter() => new(_hits);

    /// <summary>Counts; to be called when all hits are written.</summary>
    /// <param name="request">Under which rules, and what.</param>
    /// <param name="meanings">What codes of the hits mean.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.MemoryLimitTooLow"/>: it needs more memory. <see cref="ErrorId.InvalidOption"/>: SQL does not know the zone.
    /// </exception>
    public void Count(RecountRequest request, RecountMeanings meanings, CancellationToken cancellation) => Guard(() =>
    {
        _hits.Complete();
        if (Single("SELECT count(*) FROM hits", cancellation) <= HitsOfOneThread)
        {
            Execute("SET threads = 1", cancellation);
        }

        foreach (var statement in RecountVariables.Of(request))
        {
            Execute(statement, cancellation);
        }

        meanings.Load(_session, request.Perimeter, Numbers("SELECT DISTINCT place FROM hits", cancellation), Numbers("SELECT DISTINCT use FROM hits", cancellation), cancellation);
        Run("2-codes", cancellation);
        Run("3-hits", cancellation);
        if (request.Norm.Counting.PingsExtend)
        {
            Run("4-pings", cancellation);
        }
        else
        {
            Execute("CREATE VIEW kept AS FROM ordered", cancellation);
        }

        Run("5-visits", cancellation);
        Run("6-parts", cancellation);
        CountFigures(request.Pairs, cancellation);
    });

    /// <summary>What became of the hits.</summary>
    public RecountLedger ReadLedger(CancellationToken cancellation)
    {
        var ledger = default(RecountLedger);
        Read(RecountSql.Statements("ledger")[0], row => ledger = new RecountLedger(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], row[10]), cancellation);
        return ledger;
    }

    /// <summary>How many persons the counted hits are of.</summary>
    public long ReadPersons(CancellationToken cancellation) => Single("SELECT count(DISTINCT person) FROM ordered", cancellation);

    /// <summary>Hands over the rows of indicators, in no order: period, start, level, territory, modality, then the eight figures.</summary>
    public void ReadFigures(RowVisitor visit, CancellationToken cancellation) => Read("SELECT COLUMNS(*)::BIGINT FROM figures", visit, cancellation);

    /// <summary>Hands over the rows of events, in no order: period, start, level, territory, kind, label, then the two figures.</summary>
    public void ReadEvents(RowVisitor visit, CancellationToken cancellation) => Read("SELECT COLUMNS(*)::BIGINT FROM event_figures", visit, cancellation);

    /// <summary>The codes of territories, by level and number.</summary>
    public Dictionary<(long Level, long Territory), string> ReadTerritories(CancellationToken cancellation)
    {
        var codes = new Dictionary<(long, long), string>();
        ReadTexts("SELECT level::BIGINT, id::BIGINT, code FROM territories", (level, id, code) => codes[(level, id)] = code, cancellation);
        return codes;
    }

    /// <summary>The codes of modalities, by number.</summary>
    public Dictionary<long, string> ReadModalities(CancellationToken cancellation)
    {
        var codes = new Dictionary<long, string>();
        ReadTexts("SELECT modality, 0::BIGINT, text FROM modalities", (modality, _, text) => codes[modality] = text, cancellation);
        return codes;
    }

    /// <summary>The labels of events, by number.</summary>
    public Dictionary<long, string> ReadLabels(CancellationToken cancellation)
    {
        var labels = new Dictionary<long, string> { [0] = IndicatorCodes.Unknown };
        ReadTexts("SELECT id::BIGINT, 0::BIGINT, text FROM texts WHERE kind = 'label'", (label, _, text) => labels[label] = text, cancellation);
        return labels;
    }

    /// <summary>Closes it, when all was read, and gives its memory back.</summary>
    /// <param name="cancellation">Ends the wait for that; the closing goes on.</param>
    public void Close(CancellationToken cancellation)
    {
        Dispose();
        Closed.WaitAsync(cancellation).GetAwaiter().GetResult();
    }

    /// <summary>Ends when its memory and its temporary files are gone, once it is disposed of.</summary>
    public Task Closed => _closing ?? Task.CompletedTask;

    /// <summary>Closes it, too, and does not wait: who does not come to <see cref="Close"/> was cancelled, or failed.</summary>
    public void Dispose()
    {
        _closing ??= DuckDbClosing.Begin(() =>
        {
            _onClosing?.Invoke();
            _hits.Dispose();
            _session.Dispose();
        });
    }

    /// <summary>Takes the numbers of one row, which are valid during the call.</summary>
    internal delegate void RowVisitor(ReadOnlySpan<long> row);

    private void CountFigures(IReadOnlyList<RecountPair> pairs, CancellationToken cancellation)
    {
        var rows = pairs.Select(pair => string.Create(CultureInfo.InvariantCulture, $"({(int)pair.Period}, {(int)pair.Level}, {pair.HasEvents})"));
        Execute($"INSERT INTO counted VALUES {string.Join(", ", rows)}", cancellation);
        var parts = Single("SELECT count(*) FROM parts", cancellation);
        var counted = ListOf(pairs.Select(pair => (int)pair.Level).Distinct().Order());
        foreach (var periods in parts <= PartsAtOnce ? [AllPeriods] : AllPeriods.Split(", "))
        {
            Run("7-periods", cancellation, ("{periods}", periods));
            foreach (var levels in parts <= PartsOfPeriodAtOnce ? [counted] : counted.Split(", "))
            {
                Run("8-levels", cancellation, ("{levels}", levels));
            }
        }

        Run("9-rest", cancellation);
    }

    private void Run(string file, CancellationToken cancellation, params ReadOnlySpan<(string Place, string Text)> places)
    {
        foreach (var statement in RecountSql.Statements(file))
        {
            var sql = statement;
            foreach (var (place, text) in places)
            {
                sql = sql.Replace(place, text, StringComparison.Ordinal);
            }

            Execute(sql, cancellation);
        }
    }

    private void Execute(string sql, CancellationToken cancellation)
    {
        using var query = _session.Query(sql, [], cancellation);
        while (query.NextChunk())
        {
        }
    }

    private long Single(string sql, CancellationToken cancellation)
    {
        var number = 0L;
        Read(sql, row => number = row[0], cancellation);
        return number;
    }

    private List<int> Numbers(string sql, CancellationToken cancellation)
    {
        var numbers = new List<int>();
        using var query = _session.Query($"SELECT COLUMNS(*)::BIGINT FROM ({sql})", [], cancellation);
        while (query.NextChunk())
        {
            var column = query.Column(0);
            for (var row = 0; row < query.RowCount; row++)
            {
                numbers.Add((int)column.Int64(row));
            }
        }

        return numbers;
    }

    private void Read(string sql, RowVisitor visit, CancellationToken cancellation) => Guard(() =>
    {
        using var query = _session.Query(sql, [], cancellation);
        var numbers = new long[query.ColumnCount];
        var columns = new DuckDbVector[query.ColumnCount];
        while (query.NextChunk())
        {
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = query.Column(i);
            }

            for (var row = 0; row < query.RowCount; row++)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    numbers[i] = columns[i].Int64(row);
                }

                visit(numbers);
            }
        }
    });

    private void ReadTexts(string sql, Action<long, long, string> visit, CancellationToken cancellation) => Guard(() =>
    {
        using var query = _session.Query(sql, [], cancellation);
        while (query.NextChunk())
        {
            var (first, second, text) = (query.Column(0), query.Column(1), query.Column(2));
            for (var row = 0; row < query.RowCount; row++)
            {
                visit(first.Int64(row), second.Int64(row), System.Text.Encoding.UTF8.GetString(text.Bytes(row)));
            }
        }
    });

    private static string ListOf(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (DuckDbFailure failure) when (failure.IsOutOfMemory)
        {
            throw new EngineException(
                ErrorId.MemoryLimitTooLow, "recount", failure.Clause, "raise the memory limit, or recount a sample", failure);
        }
        catch (DuckDbFailure failure)
        {
            throw new EngineException(ErrorId.InvalidOption, "recount", failure.Clause, "measure without a recount", failure);
        }
    }
}
