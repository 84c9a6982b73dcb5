using Dnma.Engine.Hits;

namespace Dnma.Engine.Tests.Hits;

public class HitBatchTest
{
    [Fact]
    public void A_hit_is_copied_in_every_column()
    {
        var batch = new HitBatch(3);
        var columns = typeof(HitBatch).GetProperties().Where(property => property.PropertyType.IsArray).Select(property => (Array)property.GetValue(batch)!).ToArray();
        Assert.Equal(13, columns.Length);
        foreach (var column in columns)
        {
            column.SetValue(SomethingOf(column.GetType().GetElementType()!), 2);
        }

        batch.Copy(2, 0);
        Assert.All(columns, column => Assert.Equal(column.GetValue(2), column.GetValue(0)));
        Assert.All(columns, column => Assert.NotEqual(column.GetValue(2), column.GetValue(1)));
    }

    private static object SomethingOf(Type type) =>
        type == typeof(Pseudonym) ? new Pseudonym(3, 4)
        : type == typeof(DeviceTraits) ? new DeviceTraits(1)
        : type == typeof(ClockOffset) ? ClockOffset.Apart
        : type.IsEnum ? Enum.ToObject(type, 1)
        : Convert.ChangeType(5, type, null);
}
