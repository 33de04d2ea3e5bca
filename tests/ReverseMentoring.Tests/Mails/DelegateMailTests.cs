using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>Mails to somebody who keeps a leader's calendar.</summary>
public sealed class DelegateMailTests
{
    public static TheoryData<MailKind, string> AllInEveryLanguage
    {
        get
        {
            var data = new TheoryData<MailKind, string>();
            foreach (var kind in Enum.GetValues<MailKind>().Where(kind => kind.Declaration().Readers.HasFlag(MailReaders.Delegates)))
            {
                foreach (var language in ReaderLanguage.Written)
                {
                    data.Add(kind, language);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AllInEveryLanguage))]
    public async Task Each_is_whole_goes_to_the_delegate_and_says_times_and_names_only(MailKind kind, string language)
    {
        var leader = SmallCohort.Ana with { Languages = [language], DelegateEmail = "desk@example.org", DelegateRevision = 2 };
        var (preview, mail) = MailPreview.Due(kind, leader);
        using var _ = preview;

        var written = await preview.Written(mail with { ToDelegate = true });

        Assert.Equal("desk@example.org", written.To.Address);
        Assert.Null(written.Calendar);
        Assert.Contains("Ana Lindqvist", written.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\w+\}|\[\w+\]", written.Subject + written.Text);
        foreach (var secret in new[] { "ana@example.org", "tomas@example.org", Texts.Shared.Text(new(language), "Topic.technology") })
        {
            Assert.DoesNotContain(secret, written.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_stand_in_one_letter_each_with_its_own_link()
    {
        var leader = SmallCohort.Ana with { DelegateEmail = "desk@example.org", DelegateRevision = 2 };
        var (preview, mail) = MailPreview.Due(MailKind.SessionInvitation, leader);
        using var _ = preview;

        var written = await preview.Write([mail with { ToDelegate = true }, mail with { ToDelegate = true, Kind = MailKind.SessionReminder, Name = "second" }]);

        Assert.Equal("desk@example.org", written[0].Mail!.To.Address);
        Assert.True(written[1].IsAlong);
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(written[0].Mail!.Text, "https?://[^ ]+/f/"));
    }

    [Fact]
    public async Task None_goes_to_a_delegate_who_was_revoked()
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionReminder);
        using var _ = preview;

        Assert.Equal("revoked", (await preview.Write(mail with { ToDelegate = true })).NotWanted);
    }
}
