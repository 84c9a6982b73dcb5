using System.Text;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

public class NameTableTest
{
    /// <summary>Of every length that matters: a word of eight bytes, one more, two words, and letters of either kind side by side.</summary>
    private static readonly ParameterName[] s_names =
    [
        new("s", 0), new("S2", 1), new("x1", 2, InAnyCase: true), new("uai", 3, InAnyCase: true), new("idclient", 4), new("idclient1", 5), new("plateforme", 6, InAnyCase: true),
        new("plateforma", 7), new("sixteen_bytes_ab", 8, InAnyCase: true), new("sixteen_bytes_a", 9), new("_id", 10, InAnyCase: true), new("click", 4),
    ];

    private static readonly NameTable s_table = new(s_names);

    [Theory]
    [InlineData("s", 0)]
    [InlineData("S", NameTable.Unknown)]
    [InlineData("S2", 1)]
    [InlineData("s2", NameTable.Unknown)]
    [InlineData("X1", 2)]
    [InlineData("x\u0011", NameTable.Unknown)]
    [InlineData("UaI", 3)]
    [InlineData("uai\0", NameTable.Unknown)]
    [InlineData("idclient", 4)]
    [InlineData("idclienT", NameTable.Unknown)]
    [InlineData("idclient2", NameTable.Unknown)]
    [InlineData("PLATEFORME", 6)]
    [InlineData("PLATEFORMA", NameTable.Unknown)]
    [InlineData("plateforma", 7)]
    [InlineData("Sixteen_Bytes_AB", 8)]
    [InlineData("sixteen\u007Fbytes_ab", NameTable.Unknown)]
    [InlineData("sixteen_bytes_abc", NameTable.Unknown)]
    [InlineData("_ID", 10)]
    [InlineData("\u007Fid", NameTable.Unknown)]
    [InlineData("", NameTable.Unknown)]
    public void Names_are_found_in_the_case_they_ask_for(string name, int slot) => Assert.Equal(slot, Find(name, "", ""));

    /// <summary>Every two bytes behind one head: some of them share an entry of the table with a name, whatever the table's numbers are.</summary>
    [Fact]
    public void What_stands_behind_eight_bytes_tells_names_apart()
    {
        for (var tail = 0; tail < 1 << 16; tail++)
        {
            var (first, second) = ((char)(tail >> 8), (char)(tail & 0xFF));
            var expected = (first, second) is ('m' or 'M', 'e' or 'E') ? 6 : (first, second) is ('m', 'a') ? 7 : NameTable.Unknown;
            Assert.Equal(expected, Find($"platefor{first}{second}", "", ""));
        }
    }

    [Fact]
    public void A_name_may_be_there_once() => Assert.Throws<ArgumentException>(() => new NameTable([new("uai", 0), new("s", 1), new("uai", 2)]));

    /// <summary>What stands around a name is not looked at, whether the query goes on for a word or ends at once; the oracle compares name by name.</summary>
    [Property(MaxTest = 300)]
    public bool A_name_is_what_comparing_one_by_one_finds(byte[] choices, bool cutsShort)
    {
        var pick = (int index) => choices.Length == 0 ? 0 : choices[index % choices.Length];
        var name = s_names[pick(0) % s_names.Length].Name.ToCharArray();
        for (var i = 1; i <= pick(1) % 3; i++)
        {
            name[pick(i + 1) % name.Length] ^= (char)(1 << (pick(i + 2) % 7));
        }

        var text = new string(name, 0, cutsShort ? pick(3) % (name.Length + 1) : name.Length);
        var expected = s_names.Where(known => known.Name.Length == text.Length && (known.InAnyCase ? SameInAnyCase(known.Name, text) : known.Name == text)).Select(known => known.Slot)
            .DefaultIfEmpty(NameTable.Unknown).First();
        return Find(text, "", "") == expected && Find(text, "=&", "=1") == expected && Find(text, "a=b&", "=0123456789abcdefgh") == expected;
    }

    /// <summary>The case of letters of ASCII alone.</summary>
    private static bool SameInAnyCase(string left, string right) =>
        left.Zip(right).All(pair => pair.First == pair.Second || (char.IsAsciiLetter(pair.First) && char.IsAsciiLetter(pair.Second) && (pair.First | 0x20) == (pair.Second | 0x20)));

    private static int Find(string name, string before, string behind) => s_table.Find(Encoding.Latin1.GetBytes(before + name + behind), before.Length, name.Length);
}
