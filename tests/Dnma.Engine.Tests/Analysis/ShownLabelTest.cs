using Dnma.Engine.Analysis.Observed;

namespace Dnma.Engine.Tests.Analysis;

public class ShownLabelTest
{
    [Theory]
    [InlineData("cantine", "cantine")]
    [InlineData("salle 1234567", "salle 1234567")]
    [InlineData("12345678", "99999999")]
    [InlineData("a123456789b1234567c01234567", "a999999999b1234567c99999999")]
    [InlineData("martin@example", "…@…")]
    [InlineData("0123456789012345678901234567890123456789", "9999999999999999999999999999999999999999")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghij", "abcdefghijabcdefghijabcdefghijabcdefghij")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk", "abcdefghijabcdefghijabcdefghijabcdefghi…")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀…")]
    public void A_label_is_cut_and_what_may_be_an_id_is_masked(string label, string shown) => Assert.Equal(shown, ShownLabel.Of(label));
}
