namespace Dnma.Engine.Store;

/// <summary>
/// Closes databases on a thread of their own. To give back the memory of tables takes the system a tenth of a second for some hundred megabytes, and nothing can
/// interrupt it: whoever was cancelled need not wait for that.
/// </summary>
internal static class DuckDbClosing
{
    /// <summary>Begins to close; the task ends when all is given back.</summary>
    /// <param name="close">Closes it. The database is this thread's from now on.</param>
    public static Task Begin(Action close)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // In the foreground: a process that ends meanwhile must not pull its memory away from under it.
        new Thread(Close) { Name = "DuckDB closes", IsBackground = false }.Start();
        return end.Task;

        void Close()
        {
            try
            {
                close();
                end.SetResult();
            }
            catch (Exception failure)
            {
                end.SetException(failure);
            }
        }
    }

    /// <summary>Whether a session has temporary files, which nobody may find when an operation has ended.</summary>
    public static bool HasFiles(DuckDbSession session)
    {
        try
        {
            using var query = session.Query("SELECT count(*) FROM duckdb_temporary_files()", [], CancellationToken.None);
            return !query.NextChunk() || query.Column(0).Int64(0) > 0;
        }
        catch (DuckDbFailure)
        {
            // Nothing is known of it: then there may be some.
            return true;
        }
    }
}
