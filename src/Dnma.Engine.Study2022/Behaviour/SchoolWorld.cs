using System.Globalization;
using System.Text;
using Dnma.Engine.References;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// The schools and the people of the study, the same in both years: what changes between them is what people do, not who is measured. Three départements of
/// three académies, some four thousand people with an account in the second degree and some thousand in the first. Immutable, thread safe.
/// </summary>
internal sealed class SchoolWorld
{
    /// <summary>The département in which both degrees are measured.</summary>
    public const string BothDegrees = "45";

    private static readonly string[] Departments = [BothDegrees, "14", "69"];
    private const int CollegesAndLycees = 12;
    private const int Ecoles = 10;

    /// <summary>Makes the world.</summary>
    public SchoolWorld()
    {
        Schools = [.. Departments.SelectMany(SecondDegree), .. Enumerable.Range(0, Ecoles).Select(number => Of(BothDegrees, 9900 + number, "ECOLE DE NIVEAU ELEMENTAIRE"))];
        People = [.. Schools.SelectMany(PeopleOf).Select((one, key) => new Person(key, one.School, one.Behaviour, Behaviours.Zeal[key % Behaviours.Zeal.Length]))];
    }

    /// <summary>The schools.</summary>
    public IReadOnlyList<School> Schools { get; }

    /// <summary>Everybody who has an account.</summary>
    public IReadOnlyList<Person> People { get; }

    private static IEnumerable<(School School, ProfileBehaviour Behaviour)> PeopleOf(School school) =>
        from behaviour in school.IsPrimary ? Behaviours.FirstDegree : Behaviours.SecondDegree
        from account in Enumerable.Range(0, behaviour.Accounts)
        select (school, behaviour);

    private static IEnumerable<School> SecondDegree(string department) =>
        Enumerable.Range(0, CollegesAndLycees).Select(number => Of(department, 9800 + number, number % 3 == 2 ? "LYCEE D ENSEIGNEMENT GENERAL" : "COLLEGE"));

    private static School Of(string department, int number, string nature)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"0{department}{number:0000}");
        return new School(digits + (char)Uai.ExpectedLetter(Encoding.ASCII.GetBytes(digits)), nature, Territories.FindDepartment(department)!);
    }
}
