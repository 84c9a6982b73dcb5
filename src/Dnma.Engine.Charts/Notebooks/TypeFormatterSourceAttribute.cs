namespace Dnma.Engine.Charts.Notebooks;

/// <summary>Marks what notebooks show as a picture; .NET Interactive finds it by its name and that of its properties (docs/decisions/0035-notebooks.md). Immutable, thread safe.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>Who makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>
    /// What a cell's output holds. Vega-Lite is not among it: .NET Interactive hands every kind of JSON but one to Jupyter as a text, which no page can draw.
    /// </summary>
    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}
