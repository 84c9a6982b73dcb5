using System.Reflection;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports;

/// <summary>Whoever asks for a sum of distinct users is told what to call instead: when compiling where types tell, else when running.</summary>
public class SumsOfUsersTests
{
    private static readonly IndicatorTable Table = Of(
        Row(Dimension.Total, "total", 4, 3), Row(Dimension.Total, "total", 7, 5, code: "0220158C"), Row(Dimension.Total, "total", 1, 1, start: Monday.AddDays(7)));

    [Fact]
    public void A_Sum_Of_Users_Does_Not_Compile()
    {
        var method = typeof(IndicatorSums).GetMethods().Single(method => method.Name == "Sum" && method.GetParameters()[1].ParameterType == typeof(ExactDistinctIndicator));
        var ban = method.GetCustomAttribute<ObsoleteAttribute>()!;
        Assert.True(ban.IsError);
        Assert.Contains("IndicatorTable.Find(PeriodKind.All", ban.Message, StringComparison.Ordinal);
        Assert.Null(typeof(ExactDistinctIndicator).GetMethod("Sum"));
    }

    [Fact]
    public void What_Adds_Up_Does() =>
        Assert.Equal((12, 12, 12), (Table.Sum(CountIndicators.Visits), Table.Sum((CountIndicator)IndicatorCatalogue.Find("visits")!), Table.Sum(row => row.Visits)));

    [Fact]
    public void An_Indicator_Found_By_Name_Is_Refused() => Refused(() => Table.Sum((CountIndicator)IndicatorCatalogue.Find("users")!), "sum of users");

    [Fact]
    public void The_Sum_Of_Linq_Is_Refused()
    {
        Refused(() => Table.Sum(row => row.Users), "sum of rows");
        Refused(() => Table.Where(row => row.Visits > 1).Sum(row => row.Visits + (row.Modality == "total" ? row.Users : 0)), "sum of rows");
        Assert.Equal(0, Table.Take(0).Sum(row => row.Users));
    }

    [Fact]
    public void A_Column_Of_A_Data_Frame_Is_Refused()
    {
        var frame = Table.ToDataFrame();
        Refused(() => frame["users"].Sum(), "column users");
        Refused(() => frame["users"].CumulativeSum(), "column users");
        Refused(() => frame.Where("code", "0220158C")["users"].Sum(), "column users");
        Refused(() => frame.GroupBy("period").Sum("users"), "column users");
        Assert.Equal(12L, frame["visits"].Sum());
        Assert.Equal((5L, 3.0), (frame["users"].Max(), frame["users"].Mean()));
        Assert.NotEmpty(frame.Description().Rows);
        Assert.Equal([30L, 50L, 10L], (frame["users"] * 10L).Cast<long>());
    }

    [Theory]
    [InlineData("SELECT sum(users) FROM indicators")]
    [InlineData("select code, SUM(i.Users) AS n from indicators i group by code")]
    [InlineData("WITH a AS (SELECT sum(users * 2) FROM indicators) SELECT * FROM a")]
    [InlineData("SELECT visits, sum(users) OVER (PARTITION BY code) FROM indicators")]
    [InlineData("SELECT 1; SELECT sum(users) FROM indicators")]
    [InlineData("SELECT list_sum(list(users)) FROM indicators")]
    public void A_Query_Is_Refused(string sql)
    {
        using var database = MeasurementSql.Open(Table);
        var error = Assert.Throws<EngineException>(() => database.Query(sql));
        Assert.Equal(ErrorId.NotAdditive, error.Id);
        Assert.Contains("WHERE period = 'all'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT sum(visits) AS n FROM indicators WHERE users > 0", "12")]
    [InlineData("SELECT max(users) AS n FROM indicators", "5")]
    [InlineData("SELECT sum(visits) FILTER (users > 1) AS n FROM indicators", "11")]
    [InlineData("SELECT 'sum(users)' AS n", "sum(users)")]
    public void Other_Queries_Are_Answered(string sql, string answer)
    {
        using var database = MeasurementSql.Open(Table);
        Assert.Equal(answer, database.Query(sql)["n"][0]!.ToString());
    }

    [Fact]
    public void A_Wrong_Statement_Is_Still_A_Wrong_Statement()
    {
        using var database = MeasurementSql.Open(Table);
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => database.Query("SELEKT sum(users)")).Id);
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => database.Query("")).Id);
    }

    private static void Refused(Func<object> sum, string subject)
    {
        var error = Assert.Throws<EngineException>(() => sum());
        Assert.Equal((ErrorId.NotAdditive, subject), (error.Id, error.Subject));
        Assert.Contains("IndicatorTable.Find(PeriodKind.All", error.Message, StringComparison.Ordinal);
    }
}
