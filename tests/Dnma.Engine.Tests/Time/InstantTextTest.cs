using System.Globalization;
using System.Text;
using Dnma.Engine.Tests.Allocations;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Time;

public class InstantTextTest
{
    // 2022-09-05 is day 19240 since 1970-01-01, so its midnight is 19240 × 86 400 s.
    private const long Midnight = 19_240L * 86_400_000;
    private const long Ten = Midnight + (10 * 3_600_000);

    [Theory]
    [InlineData("2022-09-05T10:00:00Z", Ten)]
    [InlineData("2022-09-05t10:00:00z", Ten)]
    [InlineData("2022-09-05 10:00:00Z", Ten)]
    [InlineData("  2022-09-05T10:00:00Z\t", Ten)]
    [InlineData("2022-09-05T12:00:00+02:00", Ten)]
    [InlineData("2022-09-05T12:00:00+0200", Ten)]
    [InlineData("2022-09-05 12:00:00+02", Ten)]
    [InlineData("2022-09-05T04:30:00-05:30", Ten)]
    [InlineData("2022-09-05T10:00:00-00:00", Ten)]
    [InlineData("2022-09-06T09:59:00+23:59", Ten)]
    [InlineData("2022-09-05T10:00Z", Ten)]
    [InlineData("2022-09-05T12:00+02", Ten)]
    [InlineData("2022-09-05T10:00:00.1Z", Ten + 100)]
    [InlineData("2022-09-05T10:00:00,12Z", Ten + 120)]
    [InlineData("2022-09-05T10:00:00.123Z", Ten + 123)]
    [InlineData("2022-09-05T10:00:00.0009Z", Ten)]
    [InlineData("2022-09-05T10:00:00.123999999Z", Ten + 123)]
    [InlineData("2022-09-05T23:59:59.999Z", Midnight + 86_399_999)]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("1969-12-31T23:59:59.9999Z", -1)]
    [InlineData("1969-12-31T23:59:59.0001Z", -1000)]
    [InlineData("0001-01-01T00:00:00Z", -62_135_596_800_000)]
    [InlineData("9999-12-31T23:59:59.999Z", 253_402_300_799_999)]
    [InlineData("2000-02-29T00:00:00Z", 11_016L * 86_400_000)]
    [InlineData("2024-02-29T00:00:00Z", 19_782L * 86_400_000)]
    public void Reads_a_date(string text, long expected) => Expect(text, InstantReading.Ok, expected);

    [Theory]
    [InlineData("2022-09-05T10:00:00")]
    [InlineData("2022-09-05")]
    [InlineData("2022-09-05Z")]
    [InlineData("2022-09-05T10Z")]
    [InlineData("2022-09-05T24:00:00Z")]
    [InlineData("2022-09-05T23:59:60Z")]
    [InlineData("2022-09-05T23:60:00Z")]
    [InlineData("2022-13-05T10:00:00Z")]
    [InlineData("2022-00-05T10:00:00Z")]
    [InlineData("2022-09-31T10:00:00Z")]
    [InlineData("2022-09-00T10:00:00Z")]
    [InlineData("2023-02-29T10:00:00Z")]
    [InlineData("1900-02-29T10:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0000-00-00 00:00:00Z")]
    [InlineData("2022-09-05T10:00:00+24:00")]
    [InlineData("2022-09-05T10:00:00+02:60")]
    [InlineData("2022-09-05T10:00:00+2")]
    [InlineData("2022-09-05T10:00:00+02:")]
    [InlineData("2022-09-05T10:00:00+020")]
    [InlineData("2022-09-05T10:00:00 +02:00")]
    [InlineData("2022-09-05T10:00:00Z+01:00")]
    [InlineData("2022-09-05T10:00:00ZZ")]
    [InlineData("2022-09-05T10:00:00.Z")]
    [InlineData("2022-09-05T10:00:00.1234567890Z")]
    [InlineData("2022-09-05T10:00:0Z")]
    [InlineData("2022-09-05T10:00:Z")]
    [InlineData("2022-9-5T10:00:00Z")]
    [InlineData("2022-09-05_10:00:00Z")]
    [InlineData("2022-09-05  10:00:00Z")]
    [InlineData("2022/09/05T10:00:00Z")]
    [InlineData("20220905T100000Z")]
    [InlineData("05/09/2022 10:00:00")]
    [InlineData("+2022-09-05T10:00:00Z")]
    [InlineData("2022-09-05T10:00:00Z\0")]
    [InlineData("２022-09-05T10:00:00Z")]
    public void Refuses_what_is_no_date_with_offset(string text) => Expect(text, InstantReading.Bad, 0);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("1662372000", Ten)]
    [InlineData("001662372000", Ten)]
    [InlineData("99999999999", 99_999_999_999_000)]
    [InlineData("100000000000", 100_000_000_000)]
    [InlineData("1662372000123", Ten + 123)]
    [InlineData("99999999999999", 99_999_999_999_999)]
    [InlineData("100000000000000", 100_000_000_000)]
    [InlineData("1662372000123999", Ten + 123)]
    [InlineData("99999999999999999", 99_999_999_999_999)]
    [InlineData("-1", -1000)]
    [InlineData("-99999999999", -99_999_999_999_000)]
    [InlineData("-100000000000", -100_000_000_000)]
    [InlineData("-100000000000001", -100_000_000_001)]
    [InlineData("-99999999999999999", -100_000_000_000_000)]
    [InlineData("1662372000.123", Ten + 123)]
    [InlineData("1662372000.1", Ten + 100)]
    [InlineData("1662372000.9999999", Ten + 999)]
    [InlineData("-0.5", -500)]
    [InlineData("-0.0001", -1)]
    [InlineData("-1.0000", -1000)]
    [InlineData("1662372000123.9", Ten + 123)]
    [InlineData("-1662372000123.9", -Ten - 124)]
    public void Reads_a_number_by_its_size(string text, long expected) => Expect(text, InstantReading.Ok, expected);

    [Theory]
    [InlineData("100000000000000000")]
    [InlineData("-100000000000000000")]
    [InlineData("99999999999999999999999999")]
    [InlineData("-")]
    [InlineData("+1662372000")]
    [InlineData("1662372000.")]
    [InlineData(".5")]
    [InlineData("1662372000,123")]
    [InlineData("1.66e9")]
    [InlineData("0x1F")]
    [InlineData("16623 72000")]
    [InlineData("NaN")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("yesterday")]
    [InlineData("\0")]
    public void Refuses_what_is_no_number(string text) => Expect(text, InstantReading.Bad, 0);

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    public void Says_when_nothing_is_there(string text) => Expect(text, InstantReading.Missing, 0);

    [Theory]
    [InlineData("2022-09-05 10:00:00", InstantReading.Ok, Ten)]
    [InlineData("2022-09-05 10:00:00.250", InstantReading.Ok, Ten + 250)]
    [InlineData("2022-09-05 12:00:00+02", InstantReading.Ok, Ten)]
    [InlineData("1662372000", InstantReading.Ok, Ten)]
    [InlineData("0000-00-00 00:00:00", InstantReading.Bad, 0)]
    [InlineData("", InstantReading.Missing, 0)]
    public void Reads_a_date_without_offset_as_utc_where_asked(string text, InstantReading reading, long expected)
    {
        Assert.Equal(reading, InstantText.ReadUtc(Encoding.UTF8.GetBytes(text), out var instantMs));
        Assert.Equal(expected, instantMs);
    }

    [Theory]
    [InlineData(1662372000.123, Ten + 123)]
    [InlineData(1662372000.001, Ten + 1)]
    [InlineData(1662372000d, Ten)]
    [InlineData(1662372000123d, Ten + 123)]
    [InlineData(1662372000123.75, Ten + 123)]
    [InlineData(1662372000123999d, Ten + 123)]
    [InlineData(-0.0000001, -1)]
    [InlineData(0.0000001, 0)]
    [InlineData(-1662372000123.75, -Ten - 124)]
    public void Reads_a_binary_number_as_the_decimal_that_names_it(double value, long expected)
    {
        Assert.Equal(InstantReading.Ok, InstantText.FromEpoch(value, out var instantMs));
        Assert.Equal(expected, instantMs);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e17)]
    [InlineData(-1e17)]
    public void Refuses_a_binary_number_that_is_no_instant(double value) => Assert.Equal(InstantReading.Bad, InstantText.FromEpoch(value, out _));

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(100_000_000_000_000_000)]
    public void Refuses_an_integer_that_is_too_great(long value) => Assert.Equal(InstantReading.Bad, InstantText.FromEpoch(value, out _));

    [Property]
    public void Every_date_that_the_framework_writes_is_read_as_the_same_instant(uint day, uint millisecond, short offset)
    {
        var minutes = offset % (14 * 60);
        var local = new DateTime(1, 1, 2, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day % 3_652_050).AddMilliseconds(millisecond % 86_400_000);
        var moment = new DateTimeOffset(local, TimeSpan.FromMinutes(minutes));
        Expect(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), InstantReading.Ok, moment.ToUnixTimeMilliseconds());
    }

    [Property]
    public void Text_and_integer_agree(long value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var reading = InstantText.FromEpoch(value, out var instantMs);
        Expect(text, reading, instantMs);
    }

    [Property]
    public void No_bytes_break_it(byte[] bytes) =>
        Assert.True(InstantText.Read(bytes, out var instantMs) == InstantReading.Ok || instantMs == 0);

    [Fact]
    public void Allocates_nothing()
    {
        var texts = new[] { "2022-09-05T10:00:00.123+02:00"u8.ToArray(), "1662372000.5"u8.ToArray(), "nothing"u8.ToArray() };
        long Sum()
        {
            long sum = 0;
            foreach (var text in texts)
            {
                InstantText.Read(text, out var instantMs);
                InstantText.FromEpoch(1662372000.123, out var other);
                sum += instantMs + other;
            }

            return sum;
        }

        Assert.Equal(0, SteadyAllocation.Of(() => Sum()));
    }

    private static void Expect(string text, InstantReading reading, long expected)
    {
        Assert.Equal(reading, InstantText.Read(Encoding.UTF8.GetBytes(text), out var instantMs));
        Assert.Equal(expected, instantMs);
    }
}
