using System.Text;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Analysis.Comparison;

/// <summary>From logs by way of published folders: exact users, and nothing is compared that was counted differently.</summary>
public sealed class PublishedComparisonTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folders_are_compared_whatever_their_order()
    {
        // Person 1 is at both schools: 3 users of two schools, 4 user-weeks; then 2 and 2. Visits without a UAI belong to nobody's perimeter.
        var earlier = await Published(new(2024, 9, 2), Norm.Dnma, "1,0010024W", "2,0010024W", "1,0220158C", "3,0220158C", "4,");
        var later = await Published(new(2025, 9, 1), Norm.Dnma, "1,0010024W", "2,0220158C", "5,", "6,");
        foreach (var published in new[] { new[] { earlier, later }, [later, earlier] })
        {
            var table = PublishedComparison.Run(published, request => request with { Rule = PeriodRule.FirstWeek });
            Assert.Equal((5m, 4m), Figures(table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!));
            Assert.Equal((4m, 4m), Figures(table.National(ComparedPerimeter.Full, ComparisonSubjects.Users)!));
            Assert.Equal((5m, 4m), Figures(table.National(ComparedPerimeter.Full, ComparisonSubjects.UserWeeks)!));
            Assert.Equal(1m, table.National(ComparedPerimeter.Full, ComparisonSubjects.Perimeter, "without-establishment")!.Change);
            Assert.Equal((4m, 2m), Figures(table.National(ComparedPerimeter.Constant, ComparisonSubjects.Visits)!));
            Assert.Equal((2m, 1m), Figures(table.Find(TerritoryLevel.Academy, "10", ComparedPerimeter.Full, ComparisonSubjects.Users)!));
            Assert.Equal((1m, 2m), Figures(table.Find(TerritoryLevel.Academy, "inconnu", ComparedPerimeter.Full, ComparisonSubjects.Visits)!));
        }

        Assert.Contains("earlier and a later", Refusal([later, later]), StringComparison.Ordinal);
        Assert.Contains("norm acpm, not dnma", Refusal([earlier, await Published(new(2025, 9, 1), Norm.Acpm, "1,0010024W")]), StringComparison.Ordinal);
        Assert.Contains("nothing was measured", Refusal([]), StringComparison.Ordinal);
    }

    private static (decimal? A, decimal? B) Figures(ComparisonRow row) => (row.A!.Value.Value, row.B!.Value.Value);

    private static string Refusal(PublishedMeasurement[] published)
    {
        var error = Assert.Throws<EngineException>(() => PublishedComparison.Run(published));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        return error.Message;
    }

    private static async Task<PublishedMeasurement> Published(DateOnly monday, Norm norm, params string[] visitors)
    {
        using var folder = new TemporaryFolder();
        var log = "instant,visitor,uai\n" + string.Concat(visitors.Select((visitor, hour) => $"{monday:yyyy-MM-dd}T{hour + 6:00}:00:00Z,{visitor}\n"));
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Stream("log.csv", new MemoryStream(Encoding.UTF8.GetBytes(log))), MeasurementDefinition.Of(norm) with { From = monday, To = monday.AddDays(7) }, cancellationToken: Stop);
        _ = await measurement.PublishAsync(folder.Path, Stop);
        return await PublishedMeasurement.ReadAsync(folder.Path, Stop);
    }
}
