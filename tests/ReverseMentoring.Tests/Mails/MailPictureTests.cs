using Microsoft.Playwright;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Tests.Browser;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>
/// Each mail of one pair's way and of a circle's, and to HR, in five languages, as a mail program shows it: as wide as a desktop's pane and a phone, by day and night. Nothing stands out
/// of the window, the button can be hit by a thumb, and a picture of each goes to the folder that <c>PICTURES</c> names.
/// </summary>
public sealed class MailPictureTests
{
    private const int ThumbHeight = 44;

    /// <summary>Of a pair, in the order in which they come, with those that only some get.</summary>
    private static readonly MailKind[] Way =
    [
        MailKind.TopicsInvitation, MailKind.OffersInvitation, MailKind.Reminder, MailKind.Introduction, MailKind.NotFormed, MailKind.Briefing, MailKind.SessionInvitation, MailKind.RhythmWished,
        MailKind.SessionMoved, MailKind.SessionReminder, MailKind.SessionCancelled, MailKind.Pulse, MailKind.HalfTime, MailKind.CadenceAsked, MailKind.CadenceKept,
        MailKind.MeetingEnded, MailKind.Unmatched, MailKind.WaitingOver, MailKind.FeedbackInvitation, MailKind.Thanks,
    ];

    [ChromiumFact]
    [Trait("Category", "Thorough")]
    public async Task Each_mail_fits_its_window_in_every_language_by_day_and_night()
    {
        await using var browser = await OneBrowser.Launch();
        var (mails, wrong) = (new List<(string Name, string Html)>(), new List<string>());
        foreach (var language in ReaderLanguage.Written)
        {
            foreach (var (at, kind) in Way.Union(MailTests.Previewed).Index())
            {
                mails.Add(($"{at + 1:D2}-{kind.Slug()}-{language}", (await Written(kind, language)).Html));
            }

            mails.AddRange(await OfCircle(language));
        }

        foreach (var (width, night) in new[] { (600, false), (600, true), (375, false), (375, true) })
        {
            await using var context = await browser.Browser.NewContextAsync(new()
            {
                ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = night ? ColorScheme.Dark : ColorScheme.Light,
            });
            var page = await context.NewPageAsync();
            foreach (var mail in mails)
            {
                await page.SetContentAsync(mail.Html);
                var name = $"{mail.Name}-{width}-{(night ? "night" : "day")}";
                var size = await page.EvaluateAsync<Size>("() => ({ width: document.documentElement.scrollWidth, button: document.querySelector('a.press').getBoundingClientRect().height })");
                if (size.Width > width || size.Button < ThumbHeight)
                {
                    wrong.Add($"{name}: {size.Width} px wide, the button {size.Button} px high");
                }

                if (Tools.Pictures is { } folder)
                {
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "mails", $"{name}.png"), FullPage = true });
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<IEnumerable<(string Name, string Html)>> OfCircle(string language)
    {
        await using var programme = await CircleMailTests.Lived(language);
        var all = programme.Mailbox.All();
        return [.. CircleMailTests.About.Select(about => ($"circle-{about}-{language}", all.First(mail => mail.Id.Contains($".{about}", StringComparison.Ordinal) && mail.ToAddress != "programme@example.org").Html))];
    }

    private static async Task<OutgoingMail> Written(MailKind kind, string language)
    {
        var (preview, mail) = MailPreview.Due(kind, SmallCohort.Ana with { Languages = [language] });
        using (preview)
        {
            // One that takes several sessions out stands for those of one.
            var written = (await preview.Write(kind is MailKind.SessionCancelled ? [mail, mail with { Name = "second", Session = 2, Until = mail.Until!.Value.AddDays(14) }] : [mail]))[0].Mail!;
            if (Tools.Pictures is { } folder)
            {
                await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "mails")).FullName, $"{kind.Slug()}-{language}.txt"), $"{written.Subject}\n\n{written.Text}");
            }

            return written;
        }
    }

    private sealed class Size
    {
        public double Width { get; set; }

        public double Button { get; set; }
    }
}
