namespace Dnma.Engine.Bench.Incidents;

/// <summary>A world of schools and how much goes wrong in it.</summary>
internal sealed record IncidentOptions
{
    public ulong Seed { get; init; } = 1;

    public int Schools { get; init; } = 3_000;

    /// <summary>The first Monday.</summary>
    public DateOnly FirstMonday { get; init; } = new(2025, 9, 1);

    public int Weeks { get; init; } = 40;

    /// <summary>How many incidents of each kind change a figure by 30 % and more; of académies that leave there are four at most.</summary>
    public int OfEachKind { get; init; } = 60;

    /// <summary>How many of each kind change it by 10 to 30 %.</summary>
    public int SmallOfEachKind { get; init; } = 20;

    /// <summary>Reads arguments; null where they make no sense.</summary>
    public static IncidentOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new IncidentOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], out var number) || number < 0)
            {
                return null;
            }

            var next = arguments[i] switch
            {
                "--seed" => options with { Seed = (ulong)number },
                "--schools" => options with { Schools = number },
                "--weeks" => options with { Weeks = number },
                "--incidents" => options with { OfEachKind = number },
                "--small" => options with { SmallOfEachKind = number },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }
}
