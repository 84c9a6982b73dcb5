using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.References;

/// <summary>Rows as the ministry's data set has them; expected days off: domain §6 for zones A, B and C, a printed calendar for the others.</summary>
public sealed class SchoolCalendarFileTests : IDisposable
{
    private const string Header = "Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Vacances de la Toussaint;-;2021-10-22T22:00:00+00:00;2021-11-07T23:00:00+00:00;Rennes;Zone B;2021-2022", SchoolHolidayKind.Toussaint, "2021-10-23", "2021-11-07")]
    [InlineData("Vacances de Noël;-;2022-12-16T23:00:00+00:00;2023-01-02T23:00:00+00:00;Lyon;Zone A;2022-2023", SchoolHolidayKind.Noel, "2022-12-17", "2023-01-02")]
    [InlineData("Vacances d'Été;Élèves;2022-07-06T22:00:00+00:00;2022-08-31T22:00:00+00:00;Lyon;Zone A;2021-2022", SchoolHolidayKind.Ete, "2022-07-08", "2022-08-31")] // they leave after class of Thursday the 7th
    [InlineData("Vacances d’Été;Élèves;2021-07-05T22:00:00+00:00;2021-09-01T22:00:00+00:00;Paris;Zone C;2020-2021", SchoolHolidayKind.Ete, "2021-07-07", "2021-09-01")]
    [InlineData("Pont de l'Ascension;-;2020-05-19T22:00:00+00:00;2020-05-24T22:00:00+00:00;Nice;Zone B;2019-2020", SchoolHolidayKind.Ascension, "2020-05-21", "2020-05-24")] // after class of the Wednesday
    [InlineData("Pont de l'Ascension;-;2022-05-25T22:00:00+00:00;2022-05-29T22:00:00+00:00;Nice;Zone B;2021-2022", SchoolHolidayKind.Ascension, "2022-05-26", "2022-05-29")] // the feast itself
    [InlineData("Pont de l'Ascension;-;2022-05-27;2022-05-30;Martinique;Martinique;2021-2022", SchoolHolidayKind.Ascension, "2022-05-27", "2022-05-29")] // the day after the feast
    [InlineData("Pont de l'Ascension;-;2027-05-06T22:00:00+00:00;2027-05-06T22:00:00+00:00;Nice;Zone B;2026-2027", SchoolHolidayKind.Ascension, "2027-05-07", "2027-05-07")]
    [InlineData("Semaine en mai;Guadeloupe & Saint-Martin;2023-05-19;2023-05-20;Guadeloupe;Guadeloupe;2022-2023", SchoolHolidayKind.Pont, "2023-05-19", "2023-05-19")]
    [InlineData("Vacances d'Été austral;-;2023-12-18T23:00:00+00:00;2024-01-21T23:00:00+00:00;Réunion;Réunion;2023-2024", SchoolHolidayKind.Noel, "2023-12-20", "2024-01-21")]
    [InlineData("Vacances d'Hiver austral;Élèves;2023-07-08;2023-08-17;Réunion;Réunion;2022-2023", SchoolHolidayKind.Ete, "2023-07-08", "2023-08-16")]
    [InlineData("Vacances de Carnaval;-;2023-02-11;2023-02-27;Martinique;Martinique;2022-2023", SchoolHolidayKind.Hiver, "2023-02-11", "2023-02-26")]
    [InlineData("Vacances 1ère période;-;2023-04-01;2023-04-16;Nouvelle Calédonie;Nouvelle Calédonie;2023", SchoolHolidayKind.Periode, "2023-04-01", "2023-04-15")]
    [InlineData("Mi-carême;Guadeloupe & Saint-Martin;2024-03-07;2024-03-07;Guadeloupe;Guadeloupe;2023-2024", SchoolHolidayKind.Pont, "2024-03-07", "2024-03-07")]
    public async Task A_row_becomes_a_holiday(string row, SchoolHolidayKind kind, string first, string last)
    {
        var file = await Read(Header + row + "\n");
        Assert.Empty(file.Skipped);
        Assert.Equal([new SchoolHoliday(kind, Date(first), Date(last))], Enum.GetValues<SchoolZone>().SelectMany(file.Calendar.HolidaysOf));
    }

    [Theory]
    [InlineData("Vacances d'Été;Enseignants;2022-07-06T22:00:00+00:00;2022-08-30T22:00:00+00:00;Lyon;Zone A;2021-2022")]
    [InlineData("Abolition de l’esclavage;Saint-Barthélémy;2022-10-09;2022-10-09;Guadeloupe;Guadeloupe;2022-2023")]
    [InlineData("Semaine en mai;Saint Martin;2026-05-29;2026-05-29;Guadeloupe;Guadeloupe;2025-2026")]
    [InlineData("Vacances de Mai;Premier degré et collèges;2022-05-21;2022-05-30;Polynésie;Polynésie;2021-2022")] // the lycées have school
    public async Task Days_that_not_all_pupils_have_are_no_holiday(string row)
    {
        var file = await Read(Header + row + "\n");
        Assert.Empty(file.Skipped);
        Assert.All(Enum.GetValues<SchoolZone>(), zone => Assert.Empty(file.Calendar.HolidaysOf(zone)));
    }

    [Fact]
    public async Task Where_levels_have_their_own_days_those_that_they_share_count()
    {
        var file = await Read(Header
            + "Grandes Vacances;Élèves des lycées;2021-06-26;2021-08-10;Polynésie;Polynésie;2020-2021\n"
            + "Grandes Vacances;Enseignants des lycées;2021-06-26;2021-08-09;Polynésie;Polynésie;2020-2021\n"
            + "Grandes Vacances;Élèves du premier degré;2021-07-01;2021-08-11;Polynésie;Polynésie;2020-2021\n"
            + "Grandes Vacances;Élèves des collèges;2021-07-03;2021-08-10;Polynésie;Polynésie;2020-2021\n");
        Assert.Equal([new SchoolHoliday(SchoolHolidayKind.Ete, Date("2021-07-03"), Date("2021-08-09"))], file.Calendar.HolidaysOf(SchoolZone.PolynesieFrancaise));
    }

    [Fact]
    public async Task The_other_export_names_the_same_columns_otherwise_and_academies_repeat_a_holiday()
    {
        var file = await Read("description;population;start_date;end_date;location;zones;annee_scolaire\n"
            + "Vacances de Noël;-;2022-12-17;2023-01-03;Lyon;Zone A;2022-2023\nVacances de Noël;-;2022-12-17;2023-01-03;Dijon;Zone A;2022-2023\n");
        Assert.Equal([new SchoolHoliday(SchoolHolidayKind.Noel, Date("2022-12-17"), Date("2023-01-02"))], file.Calendar.HolidaysOf(SchoolZone.A));
    }

    [Fact]
    public async Task A_last_summer_without_an_end_begins()
    {
        const string Year = "Vacances d'Été;Élèves;2025-07-05;2025-09-01;Lyon;Zone A;2024-2025\n";
        const string Terms = "Vacances de la Toussaint;-;2025-10-18;2025-11-03;Lyon;Zone A;2025-2026\nVacances de Noël;-;2025-12-20;2026-01-05;Lyon;Zone A;2025-2026\n"
            + "Vacances d'Hiver;-;2026-02-07;2026-02-23;Lyon;Zone A;2025-2026\nVacances de Printemps;-;2026-04-04;2026-04-20;Lyon;Zone A;2025-2026\n";
        var calendar = (await Read(Header + Year + Terms + "Début des Vacances d'Été;-;2026-07-04;2026-07-04;Lyon;Zone A;2025-2026\n")).Calendar;
        Assert.Equal(Date("2025-09-01"), calendar.PupilsFirstDay(2025, SchoolZone.A));
        Assert.True(calendar.IsSchoolDay(Date("2026-07-03"), SchoolZone.A));
        Assert.False(calendar.IsSchoolDay(Date("2026-07-04"), SchoolZone.A));
        Assert.Null(calendar.PupilsFirstDay(2026, SchoolZone.A));

        // When the end is told, later in the file or earlier, the beginning alone says nothing.
        calendar = (await Read(Header + "Début des Vacances d'Été;-;2025-07-05;2025-07-05;Lyon;Zone A;2024-2025\n" + Year)).Calendar;
        Assert.Equal(DayRange.Of(Date("2025-07-05"), Date("2025-09-01")), calendar.CoverageOf(SchoolZone.A));
        calendar = (await Read(Header + Year + "Début des Vacances d'Été;-;2025-07-05;2025-07-05;Lyon;Zone A;2024-2025\nVacances de la Toussaint;-;2025-10-18;2025-11-03;Lyon;Zone A;2025-2026\n")).Calendar;
        Assert.True(calendar.IsSchoolDay(Date("2025-09-08"), SchoolZone.A));
    }

    [Fact]
    public async Task Where_holidays_are_missing_the_days_before_are_not_covered()
    {
        // From Noël to the summer of 2019 the set has nothing for Guadeloupe.
        var calendar = (await Read(Header
            + "Vacances de Noël;-;2018-12-22;2019-01-07;Guadeloupe;Guadeloupe;2018-2019\nVacances d'Été;Élèves;2019-07-06;2019-09-02;Guadeloupe;Guadeloupe;2018-2019\n"
            + "Vacances de la Toussaint;-;2019-10-19;2019-11-04;Guadeloupe;Guadeloupe;2019-2020\nDébut des Vacances d'Été;-;2020-07-04;2020-07-04;Guadeloupe;Guadeloupe;2019-2020\n")).Calendar;
        Assert.Equal(DayRange.Of(Date("2019-07-06"), Date("2019-11-04")), calendar.CoverageOf(SchoolZone.Guadeloupe));
        Assert.Equal(2, calendar.HolidaysOf(SchoolZone.Guadeloupe).Count);
    }

    [Fact]
    public async Task The_order_of_the_rows_does_not_matter()
    {
        string[] rows =
        [
            "Vacances de Noël;-;2022-12-17;2023-01-03;Lyon;Zone A;2022-2023\n",
            "Vacances de la Toussaint;-;2022-10-22;2022-11-07;Lyon;Zone A;2022-2023\n",
            "Vacances d'Hiver;-;2023-02-18;2023-03-06;Corse;Corse;2022-2023\n",
        ];
        var one = await Read(Header + string.Concat(rows));
        var other = await Read(Header + string.Concat(rows.Reverse()));
        Assert.Equal(one.Calendar.Digest, other.Calendar.Digest);
        Assert.NotEqual(one.Digest, other.Digest);
        Assert.Equal("fr-en-calendrier-scolaire", one.Calendar.Version);
    }

    [Fact]
    public async Task Rows_without_a_zone_or_a_date_are_counted()
    {
        var file = await Read(Header
            + "Vacances de Noël;-;2022-12-17;2023-01-03;Lyon;Zone D;2022-2023\n"
            + "Vacances de Noël;-;soon;2023-01-03;Lyon;Zone A;2022-2023\n"
            + "Vacances de Noël;-;2022-12-17;;Lyon;Zone A;2022-2023\n"
            + "Vacances de Noël;-;0001-01-01;9999-12-31;Lyon;Zone A;2022-2023\n"
            + "Vacances de Noël;-;2022-12-17;2023-12-17;Lyon;Zone A;2022-2023\n"
            + "Vacances de Noël;-;9999-12-31;9999-12-31;Lyon;Zone A;2022-2023\n");
        Assert.Equal([2L, 3L, 4L, 5L, 6L, 7L], file.Skipped.Select(row => row.Line));
        Assert.Equal(0, file.Calendar.CoverageOf(SchoolZone.A).Length);
    }

    [Fact]
    public async Task Summers_that_contradict_each_other_do_not_make_it_fail()
    {
        var calendar = (await Read(Header
            + "Vacances d'Été;Élèves;2025-07-05;2025-09-01;Lyon;Zone A;2024-2025\nVacances d'Été;Élèves;2025-07-10;2025-09-05;Lyon;Zone A;2024-2025\n"
            + "Grandes Vacances;-;2025-08-01;2025-08-02;Lyon;Zone A;2024-2025\nVacances d'Été;Élèves;2025-11-01;2025-11-20;Lyon;Zone A;2024-2025\n")).Calendar;
        Assert.False(calendar.IsSchoolDay(Date("2025-09-04"), SchoolZone.A));
        Assert.All(calendar.WeeksOf(2025, SchoolZone.A), week => Assert.True(week.SchoolDays > 0));
    }

    [Fact]
    public async Task A_file_without_the_columns_is_an_error()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Read("date;vacances_zone_a\n2022-01-01;True\n"));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<SchoolCalendarFile> Read(string content) => SchoolCalendarFile.ReadAsync(_folder.Write("calendar.csv", content));
}
