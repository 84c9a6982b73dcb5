using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Comparison;
using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Tests.Certification;

/// <summary>Whether two measurements may be compared, and what lies behind a difference.</summary>
public sealed class ComparisonTest(PublishedDay day) : IClassFixture<PublishedDay>
{
    [Fact]
    public void A_certificate_is_the_same_as_itself()
    {
        var comparison = CertificateComparison.Of(day.Statement(), day.Statement());
        Assert.True(comparison is { HasSameDefinition: true, HasSamePeriod: true, HasSamePerimeter: true, IsReplacement: false });
        Assert.Empty(comparison.Definition);
        Assert.Empty(comparison.Inputs);
        Assert.Empty(comparison.Ledger);
        Assert.Empty(comparison.Files);
    }

    [Fact]
    public void Days_are_no_part_of_the_definition_and_the_norm_is()
    {
        var days = CertificateComparison.Of(day.Statement(), With("to-exclusive", "2022-09-07"));
        Assert.True(days is { HasSameDefinition: true, HasSamePeriod: false });
        var norm = CertificateComparison.Of(day.Statement(), With("norm", "acpm"));
        Assert.True(norm is { HasSameDefinition: false, HasSamePeriod: true });
        Assert.Equal(new ValueDifference("norm", "dnma", "acpm"), Assert.Single(norm.Definition));
    }

    [Fact]
    public void A_difference_of_the_perimeter_is_seen()
    {
        var other = day.Statement() with { Perimeter = new Perimeter(5, new string('0', 64)) };
        var comparison = CertificateComparison.Of(day.Statement(), other);
        Assert.False(comparison.HasSamePerimeter);
        Assert.Equal(new ValueDifference("establishments", "20", "5"), Assert.Single(comparison.Ledger));
    }

    [Fact]
    public void Inputs_are_known_by_name_and_bytes()
    {
        static InputRecord Input(string name, char digest) => new(name, 1, new string(digest, 64), 1, 1, "", "");
        var left = day.Statement() with { Inputs = [Input("kept", 'a'), Input("gone", 'b'), Input("touched", 'c'), Input("old", 'd')] };
        var right = day.Statement() with { Inputs = [Input("new", 'd'), Input("kept", 'a'), Input("touched", 'e'), Input("more", 'f')] };
        Assert.Equal(
            [
                new InputDifference(InputChange.Renamed, "new", "old"), new InputDifference(InputChange.Changed, "touched"),
                new InputDifference(InputChange.Added, "more"), new InputDifference(InputChange.Removed, "gone"),
            ],
            CertificateComparison.Of(left, right).Inputs);
    }

    [Fact]
    public void A_correction_names_the_certificate_that_it_replaces()
    {
        var corrected = day.Statement() with { Replaces = Replacement.Of(day.Statement(), "a file came late") };
        Assert.True(CertificateComparison.Of(day.Statement(), corrected).IsReplacement);
        Assert.False(CertificateComparison.Of(corrected, corrected).IsReplacement);
        Assert.False(CertificateComparison.Of(corrected, day.Statement()).IsReplacement);
    }

    private CertificateStatement With(string name, string value)
    {
        var statement = day.Statement();
        return statement with { Definition = [.. statement.Definition.Select(pair => pair.Key == name ? new(name, value) : pair)] };
    }
}
