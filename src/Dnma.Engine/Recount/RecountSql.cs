namespace Dnma.Engine.Recount;

/// <summary>The statements of the folder <c>Sql</c>.</summary>
internal static class RecountSql
{
    /// <summary>The statements of a file, in order: each ends with a semicolon at the end of a line.</summary>
    public static IReadOnlyList<string> Statements(string file) =>
        [.. Text(file).Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Text(string file)
    {
        using var stream = typeof(RecountSql).Assembly.GetManifestResourceStream($"Dnma.Engine.Recount.Sql.{file}.sql")
            ?? throw new InvalidOperationException($"{file}.sql is no part of the engine.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
