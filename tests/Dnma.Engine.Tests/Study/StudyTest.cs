using System.IO.Compression;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Study2022.Drawing;
using Dnma.Engine.Study2022.Logs;
using Dnma.Engine.Study2022.Results;
using Dnma.Engine.Tests.Architecture;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Study;

/// <summary>The study of December 2022 comes out of the engine's own measurement of generated hits, each figure to its published rounding (domain §1).</summary>
public sealed class StudyTest(MeasuredStudy study) : IClassFixture<MeasuredStudy>
{
    private static readonly DateOnly[] Autumn2022 = [new(2022, 9, 1), new(2023, 1, 1)];
    private readonly StudyResults _results = study.Results;

    [Fact]
    public void Changes_are_the_published_ones() => AssertPublishedChanges(_results);

    [Fact]
    public void The_peak_is_of_the_same_rank_in_both_years_and_the_highest_week_of_the_whole_autumn()
    {
        Assert.Equal((3, 3), (_results.PeakRank2021, _results.PeakRank2022));
        Assert.Equal(_results.Weeks.Max(week => week.Visits2021), _results.PeakWeeks.Visits.Before);
        Assert.Equal(_results.Weeks.Max(week => week.Visits2022), _results.PeakWeeks.Visits.After);
    }

    [Fact]
    public void The_first_weeks_hold_two_school_days_each()
    {
        var periods = _results.FirstWeek.Periods;
        Assert.Equal((2, 2), (periods.SchoolDaysA, periods.SchoolDaysB));
        Assert.Equal((DayRange.Of(new(2021, 8, 30), new(2021, 9, 6)), DayRange.Of(new(2022, 8, 29), new(2022, 9, 5))), (periods.DaysA, periods.DaysB));
    }

    [Fact]
    public void Weeks_are_counted_from_the_pupils_first_day()
    {
        Assert.Equal(Enumerable.Range(1, 14), _results.Weeks.Select(week => week.Rank));
        Assert.Equal((_results.FirstWeek.Visits.Before, _results.FirstWeek.Visits.After), (_results.Weeks[0].Visits2021, _results.Weeks[0].Visits2022));

        // Toussaint comes after the eighth; 11 November, in the ninth, was a Thursday, then a Friday; Noël begins after the fourteenth.
        int[] schoolDays = [2, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5];
        Assert.Equal(schoolDays, _results.Weeks.Select(week => week.SchoolDays2021));
        Assert.Equal(schoolDays, _results.Weeks.Select(week => week.SchoolDays2022));
    }

    [Fact]
    public void The_perimeter_is_constant()
    {
        var periods = _results.SchoolWeeks.Periods;
        Assert.Equal((36, 36, 36), (periods.EstablishmentsA, periods.EstablishmentsB, _results.SchoolWeeks.ConstantEstablishments));
        Assert.Empty(_results.SchoolWeeks.Table.Moved);
    }

    /// <summary>The comparison leaves out the days of holidays, which a count by hand of the log tells of besides.</summary>
    [Fact]
    public void The_compared_weeks_are_the_fourteen_with_school()
    {
        var compared = _results.SchoolWeeks;
        Assert.Equal((14, 14, 66, 66), (compared.Periods.WeeksA, compared.Periods.WeeksB, compared.Periods.SchoolDaysA, compared.Periods.SchoolDaysB));
        Assert.Equal((_results.Weeks.Sum(week => week.Visits2021), _results.Weeks.Sum(week => week.Visits2022)), ((long)compared.Visits.Before, (long)compared.Visits.After));
        var lines = NaiveVisits.LinesOf(study.Logs.SecondDegree2022).ToArray();
        var byHand = NaiveVisits.Count(lines, new(2022, 8, 29), new(2022, 10, 24)).Visits + NaiveVisits.Count(lines, new(2022, 11, 7), new(2022, 12, 19)).Visits;
        Assert.Equal(byHand, compared.Visits.After);
        Assert.Equal("+17 %", compared.VisitsPerSchoolDay.ToString());
    }

    /// <summary>Holidays lie between the compared weeks, and no row counts the users around them: the study's +3 % is of all days.</summary>
    [Fact]
    public void Users_of_four_months_are_in_no_comparison_of_weeks()
    {
        Assert.Null(_results.SchoolWeeks.Users);
        Assert.Equal(_results.Weeks[0].Visits2022, _results.FirstWeek.Visits.After);
        Assert.Contains(ComparisonMarks.UsersNotCounted, _results.SchoolWeeks.Table.National(ComparedPerimeter.Full, ComparisonSubjects.Users)!.Marks);
    }

    [Fact]
    public void Users_and_visits_of_each_make_the_change_of_the_school_weeks() =>
        Assert.Equal(_results.SchoolWeeks.Visits.Percent, _results.SchoolWeeks.ByUsers + _results.SchoolWeeks.ByIntensity, 3);

    [Fact]
    public void Shares_of_services_are_the_published_ones_and_sum_to_one_hundred()
    {
        Assert.Equal(
            [("services_vie_scolaire", 31m), ("courrier_electronique", 22m), ("cahier_textes", 19m), ("autres", 28m)],
            _results.NamedShares.Select(part => (part.Code, part.Percent())));
        Assert.Equal(_results.ServiceShares[0].Share.Denominator, _results.ServiceShares.Sum(part => part.Share.Numerator));
    }

    [Theory]
    [InlineData("services_vie_scolaire", "21.6")]
    [InlineData("production_collaborative", "3.2")]
    [InlineData("stockage_partage", "1.2")]
    public void Services_of_a_week_of_the_second_degree_are_the_published_ones(string service, string percent) =>
        Assert.Equal(decimal.Parse(percent), _results.WeekServices.Single(part => part.Code == service).Percent(1));

    [Fact]
    public void The_ent_rank_third_among_public_sites() => Assert.Equal(3, _results.Ranking.Single(site => site.IsEnt).Rank);

    [Fact]
    public void Both_degrees_are_measured_in_one_departement_by_profile_equipment_and_service()
    {
        Assert.Equal("45", _results.Department);
        Assert.All(new[] { _results.FirstDegree, _results.SecondDegree }, degree =>
        {
            Assert.Equal(4, degree.Profiles.Count);
            Assert.Equal(4, degree.Devices.Count);
            Assert.Equal(degree.Total.Visits, degree.Profiles.Sum(part => part.Share.Numerator));
            Assert.All(degree.Services, part => Assert.Equal(degree.Total.Visits, part.Share.Denominator));
        });

        // What tells the degrees apart in the open data (domain §2): parents on phones in écoles, pupils and school life in collèges and lycées.
        Assert.Equal(("parent", "smartphone"), (_results.FirstDegree.Profiles[0].Code, _results.FirstDegree.Devices[0].Code));
        Assert.Equal(("eleve", "services_vie_scolaire"), (_results.SecondDegree.Profiles[0].Code, _results.SecondDegree.Services[0].Code));
        Assert.Contains(_results.FirstDegree.Services, part => part.Code == "cahier_liaison");

        // Pages alone, visits far apart: both norms see the same visits, but Matomo times those of one page too, which last nothing.
        Assert.Equal((_results.FirstDegree.Total.Visits, _results.FirstDegree.Total.Users), (_results.FirstDegreeByMatomo.Visits, _results.FirstDegreeByMatomo.Users));
        Assert.True(RatioIndicators.TimePerVisit.Of(_results.FirstDegreeByMatomo).Value.Value < RatioIndicators.TimePerVisit.Of(_results.FirstDegree.Total).Value.Value);
    }

    [Fact]
    public void Connected_objects_are_measured_by_kind()
    {
        Assert.Equal(["car", "display", "fridge", "speaker"], _results.ConnectedObjects.Select(one => one.Kind).Order());
        Assert.All(_results.ConnectedObjects, one => Assert.True(one is { Visits2021: > 0, Visits2022: > 0 }));
    }

    [Fact]
    public void Every_line_counts()
    {
        Assert.Equal(0, _results.RecordsLeftOut);
        Assert.Equal(NaiveVisits.LinesOf(study.Logs.SecondDegree2021).LongCount() + NaiveVisits.LinesOf(study.Logs.SecondDegree2022).LongCount(), _results.RecordsRead);
    }

    [Fact]
    public void Figures_are_those_of_a_count_by_hand() => AssertCountedFrom(NaiveVisits.LinesOf(study.Logs.SecondDegree2022), _results);

    /// <summary>A result that came from the behaviour's parameters would not notice that a log has lost lines.</summary>
    [Fact]
    public async Task Other_lines_give_other_figures()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "without-parents.log.gz");
        var kept = NaiveVisits.LinesOf(study.Logs.SecondDegree2022).Where(line => !line.Contains("&profil=PARENT ", StringComparison.Ordinal)).ToArray();
        await using (var output = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
        {
            foreach (var line in kept)
            {
                await output.WriteAsync(line + "\n");
            }
        }

        var results = await StudyMeasurements.MeasureAsync(study.Logs with { SecondDegree2022 = path });
        AssertCountedFrom(kept, results);
        Assert.True(results.Autumn.Visits.Percent < 0, "a quarter of the visits were parents'");
        Assert.DoesNotContain(results.SecondDegree.Profiles, part => part is { Code: "parent", Share.Numerator: > 0 });
        Assert.NotEqual(_results.NamedShares.Select(part => part.Percent(4)), results.NamedShares.Select(part => part.Percent(4)));
    }

    [Fact]
    public async Task Logs_in_the_wrong_place_are_refused_by_name()
    {
        var swapped = study.Logs with { SecondDegree2021 = study.Logs.SecondDegree2022, SecondDegree2022 = study.Logs.SecondDegree2021 };
        var error = await Assert.ThrowsAsync<EngineException>(() => StudyMeasurements.MeasureAsync(swapped));
        Assert.Equal((ErrorId.NothingAccepted, swapped.SecondDegree2021), (error.Id, error.Subject));
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "x"u8);
        var error = Assert.Throws<EngineException>(() => StudyLogs.Write(file));
        Assert.Equal((ErrorId.UnwritableOutput, file), (error.Id, error.Subject));
    }

    /// <summary>The figures are those of the behaviour, not of one lucky seed.</summary>
    [Fact]
    public async Task Another_seed_is_another_world_with_the_same_figures()
    {
        using var folder = new TemporaryFolder();
        var logs = StudyLogs.Write(folder.Path, seed: 7);
        Assert.NotEqual(NaiveVisits.LinesOf(study.Logs.FirstDegree2022).First(), NaiveVisits.LinesOf(logs.FirstDegree2022).First());
        var results = await StudyMeasurements.MeasureAsync(logs);
        AssertPublishedChanges(results);
        Assert.Equal([31m, 22m, 19m, 28m], results.NamedShares.Select(part => part.Percent()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_files()
    {
        using var folder = new TemporaryFolder();
        var again = StudyLogs.Write(folder.Path);
        Assert.All(
            new[] { (study.Logs.SecondDegree2021, again.SecondDegree2021), (study.Logs.SecondDegree2022, again.SecondDegree2022), (study.Logs.FirstDegree2022, again.FirstDegree2022), (study.Logs.Annuaire, again.Annuaire), (study.Logs.Structures, again.Structures) },
            pair => Assert.Equal(File.ReadAllBytes(pair.Item1), File.ReadAllBytes(pair.Item2)));
    }

    [Fact]
    public void Every_result_is_drawn()
    {
        using var folder = new TemporaryFolder();
        var pictures = StudyPictures.Draw(_results, folder.Path);
        Assert.Equal(
            ["changes.png", "weeks.png", "services.png", "week-services.png", "degrees.png", "connected-objects.png", "ranking.png"],
            pictures.Select(picture => Path.GetFileName(picture)));
        Assert.All(pictures, picture =>
        {
            using var pixels = SkiaSharp.SKBitmap.Decode(picture);
            Assert.Equal(1350, pixels.Width);
            Assert.Contains(SkiaSharp.SKColor.Parse("#0072B2"), pixels.Pixels);
        });
    }

    /// <summary>What is printed and drawn cannot come from the generator, as its rooms do not know it.</summary>
    [Fact]
    public void Results_and_pictures_know_nothing_of_the_behaviour()
    {
        var root = Path.Combine(SourceTree.Root, "src", "Dnma.Engine.Study2022");
        var files = new[] { "Results", "Drawing" }.SelectMany(room => Directory.EnumerateFiles(Path.Combine(root, room), "*.cs")).ToArray();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain("Behaviour", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static void AssertPublishedChanges(StudyResults results)
    {
        Assert.Equal("+17 %", results.Autumn.Visits.ToString());
        Assert.Equal("+3 %", results.Autumn.Users.ToString());
        Assert.Equal("-15 %", results.Autumn.TimePerVisit.ToString());
        Assert.Equal("+29 %", results.Autumn.MobileVisits.ToString());
        Assert.Equal("+62 %", results.FirstWeek.Visits.ToString());
        Assert.Equal("+28 %", results.FirstWeek.Users.ToString());
        Assert.Equal("+25 %", results.PeakWeeks.Visits.ToString());
        Assert.Equal("+17 %", results.SchoolWeeks.Visits.ToString());
        Assert.Equal("-15 %", results.SchoolWeeks.TimePerVisit.ToString());
    }

    private static void AssertCountedFrom(IEnumerable<string> lines, StudyResults results)
    {
        var (visits, users, time) = NaiveVisits.Count(lines, Autumn2022[0], Autumn2022[1]);
        var measured = results.Autumn.After;
        Assert.Equal((visits, users), (measured.Total.Visits, measured.Total.Users));
        Assert.Equal(time, (double)measured.TimePerVisitMs.Value!.Value, 0.001);
    }
}
