using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Qualification;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Measurements;

/// <summary>Inputs and questions that once lost hits, broke the run or showed an identifier.</summary>
public class HostileInputTest
{
    private const string Address = "198.51.100.27";
    private const string Person = "jdupont4711";

    [Fact]
    public async Task Lines_that_end_with_a_carriage_return_alone_are_refused()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => MeasureAsync($"{Line("a")}\r{Line("b")}\r"));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains("carriage return", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_with_another_one_inside_is_rejected_and_not_half_read()
    {
        var measurement = await MeasureAsync($"{Line("a")}\n{Line("b")}\r{Line("c")}\n{Line("d")}\r\n");
        Assert.Equal(3, measurement.Certificate.Ledger.Read);
        Assert.Equal(1, measurement.Certificate.Ledger.RejectedTotal);
        Assert.Equal(2, measurement.NationalTotal!.Value.Users);
    }

    [Theory]
    [InlineData("%20OPT-OUT")]
    [InlineData("Consent-NO%20")]
    [InlineData("abc-NO%09")]
    public async Task White_space_around_an_opt_out_makes_nobody_a_person(string client)
    {
        var measurement = await MeasureAsync(Line("a", client) + "\n");
        Assert.Equal(1, measurement.Certificate.Ledger.Qualification[ExclusionReason.OptOut]);
    }

    [Fact]
    public async Task A_log_that_is_read_as_a_table_does_not_show_who_was_in_it()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => MeasureAsync(Line(Person) + "\n", format: HitFormat.Csv));
        Assert.Contains("needs the columns", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_read_as_a_reference_does_not_show_who_was_in_it()
    {
        var path = Path.GetTempFileName();
        try
        {
            // Without separators a header of one field, with semicolons one of several.
            await File.WriteAllTextAsync(path, $"{Address};{Person};x\n{Line(Person)}\n", TestContext.Current.CancellationToken);
            var error = await Assert.ThrowsAsync<EngineException>(() => StructureTable.ReadAsync(path, TestContext.Current.CancellationToken));
            Assert.Equal(ErrorId.InvalidReference, error.Id);
            Assert.DoesNotContain(Address, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Person, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("at")]
    [InlineData("AT")]
    [InlineData(" idclient ")]
    [InlineData("uid")]
    [InlineData("token_auth")]
    [InlineData("visitor")]
    public async Task No_figure_is_broken_down_by_person(string name)
    {
        var error = await Assert.ThrowsAsync<EngineException>(
            () => MeasureAsync(Line("a") + "\n", new MeasurementDefinition { CustomDimensions = [name] }));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
    }

    [Fact]
    public async Task A_range_may_begin_before_1970()
    {
        var measurement = await MeasureAsync(Line("a") + "\n", MeasurementDefinition.Of(Norm.Dnma).Over(new DateOnly(1969, 12, 31), new DateOnly(2022, 9, 6)));
        var days = measurement.Indicators.Where(row => row is { Period: PeriodKind.Day, Level: TerritoryLevel.National } && row.Dimension == Dimension.Total).ToList();
        Assert.Equal(new DateOnly(1969, 12, 31), days[0].PeriodStart);
        Assert.Equal(0, days[0].Visits);
        Assert.Equal(new DateOnly(2022, 9, 5), days[^1].PeriodStart);
        Assert.Equal(1, days[^1].Visits);
        Assert.Equal(days.OrderBy(day => day.PeriodStart).Select(day => day.PeriodStart), days.Select(day => day.PeriodStart));
        Assert.Equal(1, measurement.NationalTotal!.Value.Visits);
    }

    [Theory]
    [InlineData(1899, 2022)]
    [InlineData(2022, 9999)]
    public async Task A_range_of_millions_of_empty_days_is_refused(int from, int to)
    {
        var error = await Assert.ThrowsAsync<EngineException>(
            () => MeasureAsync(Line("a") + "\n", MeasurementDefinition.Of(Norm.Dnma).Over(new DateOnly(from, 1, 1), new DateOnly(to, 1, 2))));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
    }

    [Theory]
    [InlineData(MeasurementStage.Counting)]
    [InlineData(MeasurementStage.Publishing)]
    public async Task What_a_progress_callback_throws_ends_the_run(MeasurementStage stage)
    {
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => MeasureAsync(Line("a") + "\n", progress: new Breaking(stage)));
        Assert.Equal("by the caller", error.Message);
    }

    private static string Line(string person, string client = "c1") =>
        $"{Address} - - [05/Sep/2022:10:00:00 +0200] \"GET /hit.xiti?s=402702&vtag=5.29&idclient={client}&at={person}&service=NOTES&uai=0010024W&profil=ELEVE HTTP/1.1\" 200 43 \"-\" \"-\"";

    private static async Task<Measurement> MeasureAsync(
        string text, MeasurementDefinition? definition = null, HitFormat format = HitFormat.Auto, IProgress<MeasurementProgress>? progress = null)
    {
        await using var engine = AudienceEngine.Create(options => options with { Threads = 2 });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await engine.MeasureAsync(HitLog.Stream("hostile", stream).As(format), definition, progress, TestContext.Current.CancellationToken);
    }

    private sealed class Breaking(MeasurementStage stage) : IProgress<MeasurementProgress>
    {
        public void Report(MeasurementProgress value)
        {
            if (value.Stage == stage)
            {
                throw new NotSupportedException("by the caller");
            }
        }
    }
}
