using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Mails;

/// <summary>Whoever runs a programme and has said nothing of their language is written to in the cohort's.</summary>
public sealed class ManagerLanguageTests
{
    [Theory]
    [InlineData(null, "esperan")]
    [InlineData("de", "warten")]
    public async Task Mails_to_the_manager_are_in_the_cohort_s_language_unless_another_was_named(string? named, string word)
    {
        var manager = new { name = "Pat", email = "pat@example.com", language = named };
        await using var programme = await TestProgramme.Start(
            SmallCompany.Of(2, 2), new { language = "es", contacts = new { manager, trusted = new { name = "Nia", email = "nia@example.net" } } });
        await programme.UntilReview(2, 2);

        var mails = programme.Mailbox.All().Where(mail => mail.ToAddress == "pat@example.com").ToArray();

        Assert.Contains(mails, mail => mail.Subject.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
