using Dnma.Engine.References;
using Dnma.Engine.Study2022.Behaviour;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Study;

/// <summary>The generated people behave as their description says: the engine then measures what they did.</summary>
public sealed class StartOfSchoolTest
{
    private static readonly KeyedDraws Draws = new(11);
    private static readonly SchoolWorld World = new();

    [Fact]
    public void Schools_have_valid_uai_of_their_departement()
    {
        Assert.All(World.Schools, school => Assert.True(Uai.IsValid(school.Uai), school.Uai));
        Assert.All(World.Schools, school => Assert.Equal(school.Department, Territories.DepartmentOf(System.Text.Encoding.ASCII.GetBytes(school.Uai))));
        Assert.Distinct(World.Schools.Select(school => school.Uai));
        Assert.Single(World.Schools.Where(school => school.IsPrimary).Select(school => school.Department).Distinct());
    }

    [Fact]
    public void Visits_lie_apart_and_stay_within_their_day()
    {
        var start = new StartOfSchool(Behaviours.Start2021, World.People.Where(person => !person.School.IsPrimary), Draws);
        var days = start.Days().ToArray();
        var gaps = days.SelectMany(day => day.GroupBy(view => view.Person.Key)).SelectMany(views => views.Zip(views.Skip(1), (one, next) => next.InstantMs - one.InstantMs)).ToArray();
        var openings = days.Sum(day => day.Select(view => view.Person.Key).Distinct().Count()) + gaps.Count(gap => gap >= 1_800_000);
        Assert.True(start.Visits > 100_000);
        Assert.Equal(start.Visits, openings);
        Assert.All(days.Where(day => day.Count > 0), day => Assert.Equal(Paris.Day(day[0].InstantMs), Paris.Day(day[^1].InstantMs)));
        Assert.All(days, day => Assert.Equal(day.Select(view => view.InstantMs).Order(), day.Select(view => view.InstantMs)));
    }

    [Fact]
    public void Days_run_from_the_first_week_to_the_end_of_the_year()
    {
        var rhythm = new DayRhythm(Behaviours.Start2022);
        Assert.Equal((new DateOnly(2022, 9, 1), new DateOnly(2022, 8, 29)), (rhythm.PupilsFirstDay, rhythm.FirstMonday));
        Assert.Equal((new DateOnly(2022, 8, 29), new DateOnly(2022, 12, 31)), (rhythm.Days().First(), rhythm.Days().Last()));
        Assert.Equal((0, 0, 1), (rhythm.WeekOf(new(2022, 8, 29)), rhythm.WeekOf(new(2022, 9, 4)), rhythm.WeekOf(new(2022, 9, 5))));
    }

    [Fact]
    public void Holidays_and_weekends_are_calm()
    {
        var rhythm = new DayRhythm(Behaviours.Start2021);
        Assert.True(rhythm.VisitsBesideUsualMonday(new(2021, 10, 25)) < rhythm.VisitsBesideUsualMonday(new(2021, 10, 18)) / 5);
        Assert.True(rhythm.VisitsBesideUsualMonday(new(2021, 11, 11)) < rhythm.VisitsBesideUsualMonday(new(2021, 11, 10)));
        Assert.True(rhythm.VisitsBesideUsualMonday(new(2021, 9, 18)) < rhythm.VisitsBesideUsualMonday(new(2021, 9, 17)) / 2);
    }

    [Fact]
    public void Nobody_comes_before_being_back()
    {
        var rhythm = new DayRhythm(Behaviours.Start2022);
        var people = World.People.Where(person => !person.School.IsPrimary).ToArray();
        var returns = new Returns(people, Behaviours.Start2022, rhythm, Draws);
        var back = people.Select(returns.Of).OfType<DateOnly>().ToArray();
        Assert.All(back, day => Assert.InRange(day, rhythm.PupilsFirstDay.AddDays(-1), rhythm.FirstMonday.AddDays(25)));
        Assert.All(back, day => Assert.True(day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        var first = new StartOfSchool(Behaviours.Start2022, people, Draws).Days().Take(7).SelectMany(day => day).Select(view => view.Person.Key).Distinct().Count();
        Assert.Equal(back.Count(day => day < rhythm.FirstMonday.AddDays(7)), first);
    }
}
