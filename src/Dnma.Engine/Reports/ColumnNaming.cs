namespace Dnma.Engine.Reports;

/// <summary>How the columns of a data frame are called.</summary>
public enum ColumnNaming
{
    /// <summary>As in files: <c>page_views</c>. What programs read.</summary>
    Files,

    /// <summary>As people read them in French: <c>Pages vues</c>. A column without a title keeps its name.</summary>
    French,

    /// <summary>As people read them in English: <c>Page views</c>. A column without a title keeps its name.</summary>
    English,
}
