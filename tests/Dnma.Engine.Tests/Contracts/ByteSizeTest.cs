using Dnma.Engine.Contracts;

namespace Dnma.Engine.Tests.Contracts;

public class ByteSizeTest
{
    [Theory]
    [InlineData("2GiB", 2L << 30)]
    [InlineData("512 MiB", 512L << 20)]
    [InlineData("1.5GiB", 3L << 29)]
    [InlineData("64mb", 64L << 20)]
    [InlineData("1k", 1024)]
    [InlineData("1048576", 1048576)]
    [InlineData(" 10B ", 10)]
    public void Sizes_are_read_as_people_write_them(string text, long bytes) => Assert.Equal(bytes, ByteSize.Parse(text).Bytes);

    [Theory]
    [InlineData("")]
    [InlineData("GiB")]
    [InlineData("-1MiB")]
    [InlineData("2 apples")]
    [InlineData("1.2.3MiB")]
    [InlineData("99999999999TiB")]
    public void What_is_no_size_is_an_invalid_option(string text) =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => ByteSize.Parse(text)).Id);

    [Theory]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KiB")]
    [InlineData(3L << 29, "1.5 GiB")]
    public void Sizes_are_said_in_binary_units(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).ToString());
}
