using System.Globalization;
using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>Both forms of Retry-After.</summary>
public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    [TestCase("3", 3.0)]
    [TestCase(" 120 ", 120.0)]
    [TestCase("0", 0.0)]
    [TestCase("Thu, 15 Jan 2026 08:30:07 GMT", 7.0)]
    [TestCase("Thu, 15 Jan 2026 08:29:00 GMT", 0.0, Description = "a date that has passed")]
    [TestCase("", null)]
    [TestCase("-1", null)]
    [TestCase("1.5", null)]
    [TestCase("soon", null)]
    public void Of_Header_IsTheTimeToWaitInAnyCulture(string value, double? seconds)
    {
        foreach (var culture in new[] { "", "th-TH", "tr-TR", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.That(RetryAfter.Of(Answer(value), s_now)?.TotalSeconds, Is.EqualTo(seconds), culture);
        }
    }

    [Test]
    public void Of_MoreThanAnyNumber_IsForEver() => Assert.That(RetryAfter.Of(Answer("99999999999"), s_now), Is.EqualTo(TimeSpan.MaxValue));

    [Test]
    public void Of_NoHeader_IsNull() => Assert.That(RetryAfter.Of(new RawAnswer(429, new Dictionary<string, string>(), default), s_now), Is.Null);

    private static RawAnswer Answer(string value) => new(429, new Dictionary<string, string> { ["Retry-After"] = value }, default);
}
