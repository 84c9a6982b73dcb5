namespace Dnma.Engine.Store;

/// <summary>
/// Takes the rows of a query on the threads that decode them: a function of SQL that keeps what it is given. Nothing is copied into an answer, and no
/// thread waits for another one to fetch it, but rows come in any order, and several chunks at a time.
/// </summary>
internal static class DuckDbRowTap
{
    private const string Function = "take_rows";

    /// <summary>Hands over every row of a source. A session does this once.</summary>
    /// <param name="session">The session.</param>
    /// <param name="functions">Of that session; expressions may call them.</param>
    /// <param name="expressions">What to take of each row, as SQL; at least two columns that differ from row to row.</param>
    /// <param name="source">The rest of the query, from <c>FROM</c> on; <c>?</c> stands for a text.</param>
    /// <param name="texts">The texts, in order.</param>
    /// <param name="take">Called by any of the session's threads, also by several at once. What it throws ends the query, and is thrown here.</param>
    /// <param name="cancellationToken">Interrupts the query.</param>
    /// <exception cref="DuckDbFailure">DuckDB refuses the query, or it broke off.</exception>
    public static void Run(
        DuckDbSession session,
        DuckDbFunctions functions,
        IEnumerable<string> expressions,
        string source,
        ReadOnlySpan<string> texts,
        Action<DuckDbRows> take,
        CancellationToken cancellationToken)
    {
        functions.AddOfRows(Function, (rows, answers) =>
        {
            take(rows);
            answers.Clear();
        });
        try
        {
            using var query = session.Query($"SELECT max(taken) FROM (SELECT {Function}({string.Join(", ", expressions)}) AS taken{source})", texts, cancellationToken);
            while (query.NextChunk())
            {
            }
        }
        catch (DuckDbFailure) when (functions.HasFailed)
        {
            // The echo of what is thrown below.
        }

        functions.ThrowFailure();
    }
}
