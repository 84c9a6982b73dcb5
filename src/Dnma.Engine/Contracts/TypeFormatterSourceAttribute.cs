namespace Dnma.Engine.Contracts;

/// <summary>
/// Marks what notebooks show as a table. .NET Interactive finds it by its name and that of its properties, so that no package is needed
/// (docs/decisions/0035-notebooks.md). Immutable, thread safe.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute : Attribute
{
    // The formatters know how every room's values are shown; a room that is shown knows nothing of it, hence a name instead of a type.
    private const string Source = "Dnma.Engine.NotebookFormatterSource";

    /// <summary>Who makes the formatters.</summary>
    public Type FormatterSourceType { get; } = typeof(TypeFormatterSourceAttribute).Assembly.GetType(Source, throwOnError: true)!;

    /// <summary>What a cell's output holds: the table, and a text for whoever cannot show it.</summary>
    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}
