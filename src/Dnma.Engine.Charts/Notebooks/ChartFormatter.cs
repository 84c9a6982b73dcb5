namespace Dnma.Engine.Charts.Notebooks;

/// <summary>Writes what notebooks show of a chart; the names of its members are .NET Interactive's convention. Thread safe.</summary>
/// <param name="mimeType">What it writes.</param>
/// <param name="text">How.</param>
internal sealed class ChartFormatter(string mimeType, Func<Chart, string> text)
{
    /// <summary>What it writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a chart.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Chart chart)
        {
            return false;
        }

        writer.Write(text(chart));
        return true;
    }
}
