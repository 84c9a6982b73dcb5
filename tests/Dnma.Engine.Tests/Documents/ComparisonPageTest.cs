using System.Reflection;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Documents;

/// <summary>The lists of the comparison page are the code's.</summary>
public class ComparisonPageTest
{
    private const string Page = "docs/comparison.md";

    [Fact]
    public void It_lists_the_columns()
    {
        Assert.Equal(ComparisonCsv.Header.Split(','), Repository.CodesBelow(Page, ComparisonCsv.FileName));
        Assert.Equal(MovedSchoolCsv.Header.Split(','), Repository.CodesBelow(Page, MovedSchoolCsv.FileName));
    }

    [Fact]
    public void It_lists_the_rules_and_the_subjects()
    {
        Assert.All(Repository.CodesBelow(Page, "Rules"), code => Assert.Equal(code, PeriodRule.Of(code).Code));
        Assert.Equal(6, Repository.CodesBelow(Page, "Rules").Length);
        Assert.Equal(
            typeof(ComparisonSubjects).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            Repository.CodesBelow(Page, "Subjects").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_explains_the_marks() => Assert.All(
        ComparisonMarks.All,
        mark => Assert.Contains($"| `{mark.Id}` | {mark.Meaning.English} | {mark.Remedy.English} |\n", Repository.Text(Page), StringComparison.Ordinal));
}
