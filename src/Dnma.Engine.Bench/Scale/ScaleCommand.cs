using System.Text.Json;

namespace Dnma.Engine.Bench.Scale;

/// <summary>The verb <c>scale</c>: any number of hits, straight from the generator, into the core.</summary>
internal static class ScaleCommand
{
    private const string Usage =
        """
        scale [options]           the four tables of generated hits that no disk holds
          --hits N                how many (default 100000000)
          --visitors N --establishments N   default: as many as the hits ask for, 5 million and 30 thousand at most
          --memory SIZE           the engine's memory limit (default 1GiB); what exceeds it is spilled
          --threads N             threads that count (default: the machine's); one alone generates and scatters
          --json                  the result as one line of JSON
        """;

    public static int Run(string[] arguments)
    {
        if (ScaleOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return arguments.Contains("--help") ? 0 : 1;
        }

        var result = ScaleRun.Run(options);
        Console.WriteLine(options.IsJson ? JsonSerializer.Serialize(result) : result.ToString());
        return 0;
    }
}
