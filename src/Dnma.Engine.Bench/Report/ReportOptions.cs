namespace Dnma.Engine.Bench.Report;

/// <summary>What the verb <c>report</c> was asked for.</summary>
internal sealed record ReportOptions
{
    public string Output { get; init; } = Path.Combine("docs", "benchmarks.md");

    /// <summary>Small sizes, for less than five minutes on two cores.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Where a ClickHouse server listens; null: none is asked.</summary>
    public Uri? ClickHouse { get; init; }

    /// <summary>The sections to run, by the first letters of their names; null: all.</summary>
    public string? Only { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public int Runs => IsQuick ? 3 : 5;

    /// <summary>Of things that take seconds.</summary>
    public int LongRuns => IsQuick ? 2 : 3;

    /// <summary>Whether a section is to be run.</summary>
    public bool Wants(string section) => Only is null || Only.Split(',').Any(name => section.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
