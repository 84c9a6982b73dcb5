using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Allocations;

namespace Dnma.Engine.Tests.References;

public sealed class StructureTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Structures_lead_to_establishments()
    {
        var table = await StructureTable.ReadAsync(_folder.Write(
            "s.csv",
            "\uFEFFstructure;uai;note\n 4242 ;0220158c;\n\"a;b\";0040533H;\nécole-7;0490867B;\n4242;0220158C;again\n;0010024W;\nx;none;\n"));
        Assert.Equal(3, table.Count);
        Assert.Equal("0220158C", Find(table, "4242"));
        Assert.Equal("0220158C", Find(table, " 4242\t"));
        Assert.Equal("0040533H", Find(table, "a;b"));
        Assert.Equal("0490867B", Find(table, "école-7"));
        Assert.Equal("", Find(table, "ÉCOLE-7"));
        Assert.Equal("", Find(table, ""));
        Assert.Equal("", Find(table, new string('x', 5000)));
        Assert.Equal([5L, 6L, 7L], table.Skipped.Select(row => row.Line));
    }

    [Fact]
    public async Task Two_establishments_of_one_structure_are_an_error()
    {
        var path = _folder.Write("s.csv", "uai;structure\n0220158C;1\n0040533H;1\n");
        var error = await Assert.ThrowsAsync<EngineException>(() => StructureTable.ReadAsync(path));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("structure;UAI_code\n1;0220158C\n")]
    [InlineData("id;uai\n1;0220158C\n")]
    public async Task Both_columns_are_required(string text)
    {
        var path = _folder.Write("s.csv", text);
        Assert.Equal(ErrorId.InvalidReference, (await Assert.ThrowsAsync<EngineException>(() => StructureTable.ReadAsync(path))).Id);
    }

    [Fact]
    public void The_empty_table_knows_nothing()
    {
        Assert.Equal(0, StructureTable.Empty.Count);
        Assert.Equal("", Find(StructureTable.Empty, "1"));
    }

    [Fact]
    public async Task Looking_up_allocates_nothing()
    {
        var table = await StructureTable.ReadAsync(_folder.Write("s.csv", "structure;uai\n4242;0220158C\n"));
        var found = 0;
        Assert.Equal(0, SteadyAllocation.Of(() =>
        {
            for (var round = 0; round < 1000; round++)
            {
                found += table.Find("4242"u8).Length + table.Find("inconnue"u8).Length;
            }
        }));
        Assert.Equal(80_000, found);
    }

    private static string Find(StructureTable table, string structure) => Encoding.ASCII.GetString(table.Find(Encoding.UTF8.GetBytes(structure)));
}
