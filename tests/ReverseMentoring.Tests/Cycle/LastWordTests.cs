namespace ReverseMentoring.Tests.Cycle;

/// <summary>Everybody hears that it is over, those too for whom there was nobody.</summary>
public sealed class LastWordTests
{
    [Fact]
    public async Task Who_never_had_a_partner_hears_that_it_is_over_and_that_it_says_nothing_of_them()
    {
        object[] people =
        [
            new { name = "Ana Lind", email = "ana@example.org", role = "mentee", level = 5, timeZone = "UTC", languages = new[] { "en" } },
            new { name = "Bo Berg", email = "bo@example.org", role = "mentor", level = 1, timeZone = "UTC", languages = new[] { "de" } },
        ];
        await using var programme = await TestProgramme.Start(people, new { review = new { goOnAfterDeadline = true } });
        await programme.TurnTo(100);

        var (ana, bo) = (programme.Mails("ana@example.org", "thanks").Single(), programme.Mails("bo@example.org", "thanks").Single());
        Assert.Equal("Spring is over", ana.Subject);
        Assert.Contains("It's no reflection on you", ana.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("Spring ist vorbei", bo.Subject);
    }
}
