using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Bench.Scale;

/// <summary>What the verb <c>scale</c> was asked for.</summary>
internal sealed record ScaleOptions
{
    public GenerationOptions Generation { get; init; } = new() { Hits = 100_000_000 };

    public ByteSize Memory { get; init; } = ByteSize.GiB(1);

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether the result is printed as one line of JSON, for the process that started this one.</summary>
    public bool IsJson { get; init; }

    /// <summary>Reads arguments; null where they make no sense.</summary>
    public static ScaleOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new ScaleOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--json")
            {
                options = options with { IsJson = true };
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

    private ScaleOptions? With(string option, string value) => option switch
    {
        "--memory" => this with { Memory = ByteSize.Parse(value) },
        "--threads" => this with { Threads = (int)Number(value) },
        "--hits" => this with { Generation = Generation with { Hits = Number(value) } },
        "--visitors" => this with { Generation = Generation with { Visitors = (int)Number(value) } },
        "--establishments" => this with { Generation = Generation with { Establishments = (int)Number(value) } },
        _ => null,
    };

    private static long Number(string text) => long.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
