using System.Globalization;
using System.Text;
using Dnma.Engine.Ingest.Containers;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Ingest.Containers.ContainerReading;

namespace Dnma.Engine.Tests.Ingest.Containers;

public class LogInstantTests
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData("2022-09-05T10:00:00+02:00", EightUtc)]
    [InlineData("2022-09-05T08:00:00Z", EightUtc)]
    [InlineData("2022-09-05 08:00:00Z", EightUtc)]
    [InlineData("2022-09-05T08:00:00.123456789Z", EightUtc + 123)]
    [InlineData("2022-09-05T08:00:00.9999Z", EightUtc + 999)]
    [InlineData("2022-09-05T03:30:00-0430", EightUtc)]
    [InlineData("2022-09-05T10:00:00+02", EightUtc)]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("2024-02-29T00:00:00Z", 1_709_164_800_000)]
    [InlineData("2016-12-31T23:59:60Z", 1_483_228_800_000)]
    public void Iso_instants_are_read(string text, long expected)
    {
        Assert.True(LogInstant.TryIso(Encoding.ASCII.GetBytes(text), out var instant));
        Assert.Equal(expected, instant);
    }

    [Theory]
    [InlineData("2022-09-05T10:00:00")]
    [InlineData("2022-09-05")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2022-13-01T00:00:00Z")]
    [InlineData("2022-09-05T25:00:00Z")]
    [InlineData("2022-09-05T10:61:00Z")]
    [InlineData("2022-09-05T10:00:61Z")]
    [InlineData("2022-09-05T10:00:00.Z")]
    [InlineData("2022-09-05T10:00:00+2:00")]
    [InlineData("2022-09-05T10:00:00+02:00 ")]
    [InlineData("0000-09-05T10:00:00Z")]
    [InlineData("2022/09/05T10:00:00Z")]
    [InlineData("")]
    public void What_is_no_iso_instant_is_refused(string text) => Assert.False(LogInstant.TryIso(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1662364800", EightUtc)]
    [InlineData("1662364800.1239", EightUtc + 123)]
    [InlineData("1662364800.5", EightUtc + 500)]
    [InlineData("1662364800123", EightUtc + 123)]
    [InlineData("1662364800123456", EightUtc + 123)]
    [InlineData("1662364800123456789", EightUtc + 123)]
    [InlineData("99999999999", 99_999_999_999_000)]
    [InlineData("100000000000", 100_000_000_000)]
    [InlineData("99999999999999", 99_999_999_999_999)]
    [InlineData("100000000000000", 100_000_000_000)]
    public void Numbers_are_scaled_by_their_size(string text, long expected)
    {
        Assert.True(LogInstant.TryEpoch(Encoding.ASCII.GetBytes(text), out var instant));
        Assert.Equal(expected, instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("1662364800.")]
    [InlineData(".5")]
    [InlineData("1662364800.5x")]
    [InlineData("16623648001234567890")]
    [InlineData("99999999999999999999999999")]
    [InlineData(" 1662364800")]
    public void What_is_no_number_is_refused(string text) => Assert.False(LogInstant.TryEpoch(Encoding.ASCII.GetBytes(text), out _));

    [Property]
    public bool Every_instant_survives_each_form(long seed, short offsetSeed)
    {
        // 0001-01-02 … 9999-12-30, so that no offset leaves the calendar.
        var span = (new DateTime(9999, 12, 30, 0, 0, 0, DateTimeKind.Utc) - new DateTime(1, 1, 2, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds;
        var seconds = Math.Abs(seed % (long)span);
        var instant = new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds).ToOffset(TimeSpan.FromMinutes(offsetSeed % 840));
        var expected = (long)(instant - Epoch).TotalMilliseconds;
        var common = instant.ToString("dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture);
        common = common[..^3] + common[^2..];
        var iso = instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return LogInstant.TryCommonLog(Encoding.ASCII.GetBytes(common), out var fromCommon) && fromCommon == expected
            && LogInstant.TryIso(Encoding.ASCII.GetBytes(iso), out var fromIso) && fromIso == expected;
    }
}
