using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Partials;

/// <summary>What must not stand in a file that leaves the machine of its hits: ids, pseudonyms, the secret.</summary>
public class SecrecyTest
{
    [Theory]
    [InlineData("dnma", false)]
    [InlineData("piano", true)]
    public async Task No_id_and_no_secret_is_in_a_file_and_pseudonyms_of_persons_only_where_visits_are_browsers(string norm, bool holdsPersons)
    {
        var text = new StringBuilder("instant,visitor,client,uai,kind,page\n");
        string[] persons = [.. Enumerable.Range(0, 50).Select(i => $"person-{i:0000}-{i * 7919}")];
        foreach (var person in persons)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2022-09-05T10:00:00+02:00,{person},browser-of-{person},0010024W,event,a label\n");
        }

        text.Append("2022-09-05T10:00:00+02:00,refused-person,,,,\"unclosed\n").Append("never,late-person,,,,\n");
        using var folder = new TemporaryFolder();
        var paths = await ShardedRun.WriteShards(folder, () => ShardedRun.Csv(text.ToString()), MeasurementDefinition.Of(Norm.Of(norm)), 2);
        var found = 0;
        foreach (var path in paths)
        {
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.True(Holds(bytes, "0010024W"u8) && Holds(bytes, "a label"u8));
            Assert.False(Holds(bytes, "person"u8) || Holds(bytes, "browser-of"u8) || Holds(bytes, ShardedRun.Secret));
            foreach (var person in persons)
            {
                // The pseudonym of docs/privacy.md: a keyed hash over kind, length of scope, scope and id; 96 bits of it are kept.
                var pseudonym = HMACSHA256.HashData(ShardedRun.Secret, (byte[])[(byte)'s', 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(person)]);
                found += Holds(bytes, pseudonym.AsSpan(0, 8)) || Holds(bytes, pseudonym.AsSpan(8, 4)) ? 1 : 0;
                var browser = HMACSHA256.HashData(ShardedRun.Secret, (byte[])[(byte)'c', 0, 0, 0, 0, .. Encoding.UTF8.GetBytes($"browser-of-{person}")]);
                Assert.False(Holds(bytes, browser.AsSpan(0, 8)) || Holds(bytes, browser.AsSpan(8, 4)));
                Assert.False(Holds(bytes, Encoding.UTF8.GetBytes(Convert.ToHexStringLower(pseudonym)[..16])));
            }
        }

        Assert.Equal(holdsPersons ? persons.Length : 0, found);
    }

    private static bool Holds(byte[] bytes, ReadOnlySpan<byte> part) => bytes.AsSpan().IndexOf(part) >= 0;
}
