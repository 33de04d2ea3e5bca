using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

public partial class MailTests
{
    /// <summary>Whom a delegate gets mails from is in DelegateLetterTests, what an applicant gets in OpenCallTests.</summary>
    public static TheoryData<MailKind> All => [.. Previewed];

    internal static IEnumerable<MailKind> Previewed =>
        Enum.GetValues<MailKind>().Where(kind => kind is not MailKind.DelegateNamed && !IsOfCirclesOnly(kind) && kind.Declaration().Readers is not MailReaders.Applicants);

    public static TheoryData<MailKind, string> AllInEveryLanguage
    {
        get
        {
            var data = new TheoryData<MailKind, string>();
            foreach (var kind in Previewed)
            {
                foreach (var language in ReverseMentoring.Web.Localization.ReaderLanguage.Written)
                {
                    data.Add(kind, language);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_mail_has_one_main_link_that_opens_what_it_is_about(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;

        var written = await preview.Written(mail);

        var html = new HtmlParser().ParseDocument(written.Html);
        var main = Assert.Single(html.QuerySelectorAll("a.press")).GetAttribute("href")!;
        Assert.Contains(main, written.Text, StringComparison.Ordinal);
        if (mail.Person is null)
        {
            Assert.Equal($"{MailPreview.Base}/manage/cohorts/spring{kind switch { MailKind.TopicsReady => "/topics", MailKind.ReportReady => "/report", _ => "" }}", main);
            return;
        }

        var link = LinkIn(preview, main);
        Assert.Equal((new CohortId(SmallCohort.Id), mail.Person), (link.Cohort, (PersonId?)link.Person));
        Assert.Equal(mail.Ask ?? link.Ask, link.Ask);
        Assert.Equal(FormOf(kind), link.Form);
        await using var site = new FormSite(preview.Cohort);
        Assert.Equal(200, (await site.Get(new Uri(main).PathAndQuery)).Status);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_mail_to_a_participant_says_why_it_comes_and_leads_the_way_out(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;

        var written = await preview.Written(mail);

        Assert.Equal(new("mentoring@example.org", "Mara Vogt"), written.From);
        Assert.Contains("You are receiving this email because", written.Text, StringComparison.Ordinal);
        if (mail.Person is null)
        {
            Assert.Equal(new("mara@example.org", "Mara Vogt"), written.To);
            Assert.False(written.Headers.ContainsKey("List-Unsubscribe"));
            return;
        }

        Assert.Equal(new(kind is MailKind.AddressChanged ? "before.ana@example.org" : "ana@example.org", "Ana Lindqvist"), written.To);
        // A reply would carry personal links to whoever reads it.
        Assert.Null(written.ReplyTo);
        var wayOut = written.Headers["List-Unsubscribe"].Trim('<', '>');
        Assert.Equal(FormKind.Participation, LinkIn(preview, wayOut).Form);
        Assert.Contains(wayOut, written.Html, StringComparison.Ordinal);
        Assert.Contains(wayOut, written.Text, StringComparison.Ordinal);
    }

    /// <summary>Those of circles alone are walked by CircleMailTests.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_mail_to_either_side_names_the_neutral_contact_and_leads_there(MailKind kind)
    {
        foreach (var reader in kind.Declaration().Readers.HasFlag(MailReaders.Participants) ? [SmallCohort.Ana, SmallCohort.Tomas] : Array.Empty<Person>())
        {
            var (preview, mail) = MailPreview.Due(kind, reader);
            using var _ = preview;
            var written = await preview.Written(mail);

            var way = Assert.Single(new HtmlParser().ParseDocument(written.Html).QuerySelectorAll("a[href$='/talk']"));
            Assert.Contains("Jo Neutral", way.TextContent, StringComparison.Ordinal);
            Assert.Contains(way.GetAttribute("href")!, written.Text, StringComparison.Ordinal);
            Assert.Equal(reader.Id, LinkIn(preview, way.GetAttribute("href")![..^"/talk".Length]).Person);
        }
    }

    [Theory]
    [MemberData(nameof(AllInEveryLanguage))]
    public async Task Each_mail_is_whole_in_every_language(MailKind kind, string language)
    {
        var (preview, mail) = MailPreview.Due(kind, SmallCohort.Ana with { Languages = [language] });
        using var _ = preview;

        var written = await preview.Written(mail);

        Assert.Equal(mail.Person is null ? "en" : language, new HtmlParser().ParseDocument(written.Html).DocumentElement.GetAttribute("lang"));
        Assert.DoesNotMatch(Hole(), written.Subject + written.Text);
        Assert.DoesNotContain("\n\n\n", written.Text, StringComparison.Ordinal);
        Assert.InRange(written.Subject.Length, 5, 120);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_told_of_others_but_the_partner_s_name_and_work(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;
        var ask = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, SmallCohort.Tomas.Id);
        preview.Cohort.Put(ask.AnswerKey, new Answer<OffersAnswer>(ask, SmallCohort.Start, new()
        {
            Offers = [], Wishes = [], WorkingHours = WorkingHours.Usual, Languages = ["xx"], RatherNot = [SmallCohort.Kim.Id.Value],
        }));

        var written = await preview.Written(mail);

        Assert.DoesNotContain("tomas@example.org", written.Html + written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", written.Html + written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_is_briefed_otherwise_than_a_leader()
    {
        var (preview, mail) = MailPreview.Due(MailKind.Briefing);
        using var _ = preview;
        var (other, toMentor) = MailPreview.Due(MailKind.Briefing, SmallCohort.Tomas);
        using var __ = other;

        var (leader, mentor) = ((await preview.Written(mail)).Text, (await other.Written(toMentor)).Text);

        Assert.Contains("you are the one who learns", leader, StringComparison.Ordinal);
        Assert.Contains("You are the mentor", mentor, StringComparison.Ordinal);
        Assert.All([leader, mentor], text => Assert.Contains("Jo Neutral (jo@example.org)", Flat(text), StringComparison.Ordinal));
        Assert.All([leader, mentor], text => Assert.Contains("6 sessions", Flat(text), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "We're still missing your topics")]
    [InlineData(6, "Last call for your topics")]
    public async Task A_reminder_is_friendly_first_and_a_last_call_at_the_end(int days, string subject)
    {
        var (preview, mail) = MailPreview.Due(MailKind.Reminder);
        using var _ = preview;
        preview.Cohort.Clock.AdjustTime(SmallCohort.Start.AddDays(days));

        Assert.Equal(subject, (await preview.Written(mail)).Subject);
    }

    [Theory]
    [InlineData("2026-12-28", "Monday, January 4, 2027, 3:00 PM to 3:50 PM (Stockholm time)")]
    [InlineData("2027-01-01", "Monday, January 4, 3:00 PM to 3:50 PM (Stockholm time)")]
    public async Task A_day_of_another_year_stands_with_its_year(string today, string says)
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionInvitation);
        using var _ = preview;
        preview.Cohort.WithSession(1, new(2027, 1, 4, 14, 0, 0, TimeSpan.Zero));
        preview.Cohort.Clock.AdjustTime(DateTimeOffset.Parse(today + "T09:00Z", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Contains(says, Flat((await preview.Written(mail)).Text), StringComparison.Ordinal);
    }

    /// <summary>Whatever an earlier one has said, a last call too.</summary>
    [Fact]
    public async Task A_reminder_says_until_when_there_is_time_now_where_an_earlier_one_named_another_day()
    {
        var (preview, mail) = MailPreview.Due(MailKind.Reminder);
        using var _ = preview;
        preview.Cohort.Clock.AdjustTime(SmallCohort.Start.AddDays(6));
        var ask = (await preview.Cohort.Find<Ask>(mail.Ask!.Value.AskKey))!;
        preview.Cohort.Put(mail.Ask.Value.AskKey, ask with { HasMoreTime = true });
        preview.Cohort.Put(Rows.State, (await preview.Cohort.Find<CycleState>(Rows.State))! with { ExtraDays = 4 });

        var written = await preview.Written(mail);
        Assert.Matches("^You have more time: until [A-Z][a-z]+day, March [0-9]+$", written.Subject);
        Assert.Contains("There is more time than our last email said", Flat(written.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_stands_in_the_reader_s_time_and_in_the_partner_s_where_clocks_differ()
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionInvitation);
        using var _ = preview;

        var written = await preview.Written(mail);

        Assert.Contains("Monday, March 9, 3:00 PM to 3:50 PM (Stockholm time)", Flat(written.Text), StringComparison.Ordinal);
        Assert.Contains("For Tomás Prieto: Monday, March 9, 10:00 AM to 10:50 AM (New York time)", Flat(written.Text), StringComparison.Ordinal);
        Assert.Equal("REQUEST", written.Calendar!.Method);
        Assert.Contains("DTSTART:20260309T140000Z", written.Calendar.Content, StringComparison.Ordinal);
    }

    /// <summary>Who had been introduced to somebody reads no word as if there had been nobody; who met, or was introduced to nobody, reads what holds of them.</summary>
    [Theory]
    [InlineData(MeetingStatus.Declined, "We introduced you to Tomás Prieto, but the two of you didn't become a pair")]
    [InlineData(MeetingStatus.Completed, "you made it what it was")]
    [InlineData(null, "This time we found nobody for you to meet")]
    public async Task At_the_end_everybody_reads_what_came_of_it_for_them(MeetingStatus? status, string says)
    {
        var (preview, mail) = MailPreview.Due(MailKind.Thanks);
        using var _ = preview;
        var (key, members) = (MeetingRepository.KeyOf(SmallCohort.Pair.Id), SmallCohort.Pair);
        preview.Cohort.Put(key, status is { } became
            ? members with { Status = became, ProposedAt = SmallCohort.Start, StartedAt = became is MeetingStatus.Completed ? SmallCohort.Start : null }
            : members with { Status = MeetingStatus.Draft, ProposedAt = null, StartedAt = null });

        Assert.Contains(says, Flat((await preview.Written(mail)).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_session_is_taken_out_of_the_calendar_by_the_same_id()
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionInvitation);
        using var _ = preview;
        var (later, cancelled) = MailPreview.Due(MailKind.SessionCancelled);
        using var __ = later;

        var (invited, taken) = ((await preview.Written(mail)).Calendar!.Content, (await later.Written(cancelled)).Calendar!);

        Assert.Equal("CANCEL", taken.Method);
        Assert.Equal(Line(invited, "UID"), Line(taken.Content, "UID"));
        Assert.Equal(Line(invited, "DTSTART"), Line(taken.Content, "DTSTART"));
    }

    [Fact]
    public async Task An_agenda_grows_with_the_session_s_number()
    {
        var lengths = new List<int>();
        foreach (var number in Enumerable.Range(1, 6))
        {
            var (preview, mail) = MailPreview.Due(MailKind.SessionReminder);
            using var _ = preview;
            preview.Cohort.WithSession(number, SmallCohort.Start.AddDays(7).AddHours(6));
            var written = await preview.Written(mail with { Session = number, Name = mail.Name.Replace("s1", $"s{number}", StringComparison.Ordinal) });
            lengths.Add(new HtmlParser().ParseDocument(written.Html).QuerySelectorAll("ol li").Length);
        }

        Assert.Equal([4, 3, 4, 6, 5, 5], lengths);
    }

    [Fact]
    public async Task Somebody_s_name_is_text_wherever_it_stands()
    {
        var (preview, mail) = MailPreview.Due(MailKind.Introduction);
        using var _ = preview;
        preview.Cohort.Put(Rows.Person + SmallCohort.Tomas.Id, SmallCohort.Tomas with { Name = "# <script>{name}</script>" });

        var written = await preview.Written(mail);

        Assert.DoesNotContain("<script", written.Html, StringComparison.Ordinal);
        Assert.Contains("# <script>{name}</script>", written.Text, StringComparison.Ordinal);
    }

    private static bool IsOfCirclesOnly(MailKind kind) =>
        kind is MailKind.CircleIntroduction or MailKind.CircleChanged or MailKind.PresenterChanged;

    private static string Flat(string text) => Spaces().Replace(text, " ");

    private static string Line(string calendar, string name) =>
        calendar.Split("\r\n").First(line => line.StartsWith(name, StringComparison.Ordinal));

    private static Link LinkIn(MailPreview preview, string address) =>
        preview.Cohort.Signer.Verify(address[$"{MailPreview.Base}/f/".Length..].Split('/')[0]) ?? throw new InvalidOperationException($"Not ours: {address}");

    private static FormKind FormOf(MailKind kind) => kind switch
    {
        MailKind.TopicsInvitation or MailKind.Reminder => FormKind.Topics,
        MailKind.OffersInvitation => FormKind.Offers,
        MailKind.Introduction => FormKind.Confirmation,
        MailKind.Briefing => FormKind.Expectations,
        MailKind.SessionInvitation or MailKind.SessionMoved or MailKind.SessionReminder or MailKind.RhythmWished => FormKind.Reschedule,
        MailKind.Pulse => FormKind.Pulse,
        MailKind.HalfTime => FormKind.HalfTime,
        MailKind.CadenceAsked => FormKind.Cadence,
        MailKind.FeedbackInvitation => FormKind.Feedback,
        MailKind.OwnAct or MailKind.AddressChanged => FormKind.OwnAct,
        _ => FormKind.Participation,
    };

    [GeneratedRegex(@"[{}\[\]]")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
