using System.Globalization;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Bench.OpenData;

/// <summary>What the verb <c>opendata</c> was asked for.</summary>
internal sealed record OpenDataOptions
{
    public int Rows { get; init; } = 12_000_000;

    public OpenDataSet Set { get; init; } = OpenDataSet.Profiles;

    /// <summary>So many rows a week: about as many as the highest week of 2025-26 has.</summary>
    public int Establishments { get; init; } = 30_000;

    public int Threads { get; init; } = Environment.ProcessorCount;

    public int Times { get; init; } = 3;

    /// <summary>Whether DuckDB reads the file as well.</summary>
    public bool HasPeer { get; init; } = true;

    /// <summary>Reads arguments; null where they make no sense.</summary>
    public static OpenDataOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new OpenDataOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--no-peer")
            {
                options = options with { HasPeer = false };
                continue;
            }

            if (i + 1 == arguments.Length || options.With(arguments[i], arguments[i + 1]) is not { } next)
            {
                return null;
            }

            options = next;
            i++;
        }

        return options;
    }

    private OpenDataOptions? With(string option, string value) => option switch
    {
        "--rows" => this with { Rows = Number(value) },
        "--establishments" => this with { Establishments = Number(value) },
        "--threads" => this with { Threads = Number(value) },
        "--times" => this with { Times = Number(value) },
        "--set" => OpenDataSet.All.FirstOrDefault(set => set.Code == value) is { } set ? this with { Set = set } : null,
        _ => null,
    };

    private static int Number(string text) => int.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
