namespace Dnma.Engine.Store;

/// <summary>What DuckDB said when it refused or broke off a query. Callers turn it into an error about what they were doing.</summary>
internal sealed class DuckDbFailure(string message, bool isOutOfMemory) : Exception(message)
{
    private const int MaxLength = 300;

    /// <summary>Whether the memory limit was the reason.</summary>
    public bool IsOutOfMemory { get; } = isOutOfMemory;

    /// <summary>Its message in one line, cut.</summary>
    public string Clause
    {
        get
        {
            var text = Message.AsSpan().TrimStart();
            var end = text.IndexOfAny('\n', '\r');
            text = end < 0 ? text : text[..end];
            return (text.Length <= MaxLength ? text : text[..MaxLength]).TrimEnd(" .").ToString();
        }
    }
}
