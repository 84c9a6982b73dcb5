using System.Text.Json;
using Dnma.Engine.Contracts;
using DuckDB.NET.Data;

namespace Dnma.Engine.Store.Sql;

/// <summary>Finds statements that add up a column of distinct users, by DuckDB's own reading of them.</summary>
internal static class UserSums
{
    private const int DeepestTree = 1_000;
    private static readonly string[] Sums = ["sum", "fsum", "sumkahan", "kahan_sum", "sum_no_overflow", "list_sum"];

    /// <summary>Refuses a statement that holds a sum over such a column by its name. One that cannot be read is left to who runs it.</summary>
    /// <param name="connection">Where it will be run.</param>
    /// <param name="sql">The statement.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.NotAdditive"/>.</exception>
    public static void Refuse(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json_serialize_sql($statement::VARCHAR)";
        command.Parameters.Add(new DuckDBParameter("statement", sql));
        if (SummedColumn((string)command.ExecuteScalar()!) is { } column)
        {
            throw new EngineException(
                ErrorId.NotAdditive, "query", $"distinct users do not add up, and {column} counts them: a person of two weeks, schools or services would count twice",
                "select the row of the wider territory or period instead, for example WHERE period = 'all' AND level = 'national' AND dimension = 'total'");
        }
    }

    private static string? SummedColumn(string json)
    {
        try
        {
            using var tree = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestTree });
            return SummedColumn(tree.RootElement);
        }
        catch (JsonException)
        {
            return null; // Nested deeper than people write: nobody's mistake is hidden there.
        }
    }

    /// <summary>The column that a sum somewhere in the tree is over; null when there is none.</summary>
    private static string? SummedColumn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Select(SummedColumn).FirstOrDefault(column => column is not null),
        JsonValueKind.Object when IsSum(node) && DistinctColumn(node.GetProperty("children")) is { } column => column,
        JsonValueKind.Object => node.EnumerateObject().Select(field => SummedColumn(field.Value)).FirstOrDefault(column => column is not null),
        _ => null,
    };

    private static bool IsSum(JsonElement node) =>
        node.TryGetProperty("function_name", out var name) && node.TryGetProperty("children", out _) && Array.Exists(Sums, sum => sum.Equals(name.GetString(), StringComparison.OrdinalIgnoreCase));

    private static string? DistinctColumn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Select(DistinctColumn).FirstOrDefault(column => column is not null),
        JsonValueKind.Object when node.TryGetProperty("column_names", out var names) && names[names.GetArrayLength() - 1].GetString() is { } column && DistinctColumns.Contain(column) => column,
        JsonValueKind.Object => node.EnumerateObject().Select(field => DistinctColumn(field.Value)).FirstOrDefault(column => column is not null),
        _ => null,
    };
}
