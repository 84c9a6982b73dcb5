namespace Dnma.Engine;

/// <summary>What .NET Interactive asks for formatters of the types marked for notebooks; the names are its convention. Thread safe.</summary>
internal sealed class NotebookFormatterSource
{
    private readonly NotebookFormatter[] _formatters = [new("text/html"), new("text/plain")];

    /// <summary>One formatter for each kind of output.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
