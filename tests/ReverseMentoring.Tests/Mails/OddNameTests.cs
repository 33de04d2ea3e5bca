using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

public sealed class OddNameTests
{
    [Theory]
    [InlineData("\U0001F600 Ana", "fr")]
    [InlineData("\uFFFE", "fr")]
    [InlineData("Ana \uFFFE", "en")]
    public async Task A_letter_about_somebody_with_an_odd_name_is_written_in_any_language(string name, string language)
    {
        var (preview, mail) = MailPreview.Due(MailKind.Introduction, SmallCohort.Ana with { Languages = [language] });
        using var _ = preview;
        preview.Cohort.Put(Core.Programme.Rows.Person + SmallCohort.Tomas.Id, SmallCohort.Tomas with { Name = name });

        Assert.NotEmpty((await preview.Written(mail)).Text);
    }
}
