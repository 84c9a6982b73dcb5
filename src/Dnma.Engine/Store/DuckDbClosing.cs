namespace Dnma.Engine.Store;

/// <summary>
/// Closes databases on a thread of their own. To give back the memory of tables, and temporary files, takes the system a tenth of a second for some hundred
/// megabytes, and nothing can interrupt it: whoever was cancelled need not wait for that.
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
}
