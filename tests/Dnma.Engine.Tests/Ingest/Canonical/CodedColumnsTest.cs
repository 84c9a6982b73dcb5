using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Canonical;

namespace Dnma.Engine.Tests.Ingest.Canonical;

/// <summary>A coded label is a code with what was noticed beside it, in whatever column it stands.</summary>
public sealed unsafe class CodedColumnsTest
{
    private const ulong Noticed = (ulong)HitFlags.ServiceUnknown << 32;

    [Theory]
    [InlineData("Uai")]
    [InlineData("Project")]
    [InlineData("Platform")]
    [InlineData("Operator")]
    [InlineData("Collectivity")]
    public void What_was_noticed_of_a_place_is_no_part_of_its_code(string name)
    {
        var column = Enum.Parse<CodedColumn>(name);
        var places = new PlaceColumns(new HitDictionaries());
        var word = places.CodeOf(column, "0450822X"u8)!.Value;
        Assert.Equal(Of(column, word, places.Encode) with { Flags = HitFlags.None }, Of(column, word | Noticed, places.Encode) with { Flags = HitFlags.None });
    }

    [Theory]
    [InlineData("Service")]
    [InlineData("Type")]
    [InlineData("Tool")]
    [InlineData("Custom0")]
    [InlineData("Custom3")]
    public void What_was_noticed_of_a_usage_is_no_part_of_its_code(string name)
    {
        var column = Enum.Parse<CodedColumn>(name);
        var usages = new UsageColumns(new HitDictionaries(4));
        var word = usages.CodeOf(column, "notes"u8)!.Value;
        Assert.Equal(Of(column, word, usages.Encode) with { Flags = HitFlags.None }, Of(column, word | Noticed, usages.Encode) with { Flags = HitFlags.None });
    }

    private delegate T Encoding<T>(scoped in CodedHit hit);

    private static T Of<T>(CodedColumn column, ulong word, Encoding<T> encode)
    {
        var columns = new CodedColumns();
        columns.Set(column, &word);
        var hit = new CodedHit(columns);
        return encode(in hit);
    }
}
