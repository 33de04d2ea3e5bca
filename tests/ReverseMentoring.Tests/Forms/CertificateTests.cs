using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Mails;
using static ReverseMentoring.Tests.Forms.SmallCohort;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Who has taken part to the end can show it, and anybody can see that it is ours without anything being kept.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task Sessions_that_were_held_are_counted_and_what_was_missed_is_not()
    {
        await using var site = new FormSite(Over());
        var page = await site.Get(Address(site.Cohort, Ana));

        Assert.Equal(
            ["Northwind Lumen", "1\u00a0h\u00a040\u00a0min in 2 sessions", "Wednesday, January 21, 2026 to Friday, February 20, 2026", "Technology and artificial intelligence; Careers and learning", Issued(site.Cohort)],
            page.Html.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent));
        Assert.NotNull(page.Html.QuerySelector(".qr svg"));
        Assert.Contains("Ana Lindqvist", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await site.Get("/f/" + site.Cohort.Token(FormKind.Participation, Ana))).Html.QuerySelector("a[href$='/certificate']"));
    }

    [Fact]
    public async Task Anybody_can_check_it_by_its_address_and_by_the_name_alone_when_all_is_erased()
    {
        var cohort = Over();
        await using var site = new FormSite(cohort);
        var link = (await site.Get(Address(cohort, Ana))).Html.QuerySelector(".code a")!.GetAttribute("href")!;
        var check = link[link.IndexOf("/certificate/", StringComparison.Ordinal)..];
        Assert.DoesNotContain("Ana", System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(check.Split('/')[^1].Split('.')[0])), StringComparison.Ordinal);
        await using var elsewhere = new FormSite(new SmallCohort());

        var page = await elsewhere.Get(check);
        Assert.Equal((200, "It is genuine"), (page.Status, page.Html.QuerySelector("main h2")!.TextContent));
        Assert.DoesNotContain("Lindqvist", page.Text, StringComparison.Ordinal);
        Assert.Contains("does not vouch for the topics", page.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, it was made out to this name.", (await elsewhere.Post(check, ("name", " ana  LINDQVIST "))).Text, StringComparison.Ordinal);
        Assert.Contains("No, it was not made out to this name.", (await elsewhere.Post(check, ("name", "Tomás Prieto"))).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await elsewhere.Post(check, ("name", " "))).Status);
        Assert.Equal(404, (await elsewhere.Get(check[..^3] + "abc")).Status);
        Assert.Equal(404, (await elsewhere.Post("/certificate/nonsense", ("name", "Ana Lindqvist"))).Status);
        Assert.Equal(404, (await elsewhere.Get("/certificate/" + cohort.Token(FormKind.Participation, Ana))).Status);
    }

    [Fact]
    public async Task Whose_it_is_can_t_be_found_by_going_through_names()
    {
        var cohort = Over();
        await using var site = new FormSite(cohort);
        var link = (await site.Get(Address(cohort, Ana))).Html.QuerySelector(".code a")!.GetAttribute("href")!;
        var check = link[link.IndexOf("/certificate/", StringComparison.Ordinal)..];
        for (var wrong = 0; wrong < 10; wrong++)
        {
            Assert.Equal(200, (await site.Post(check, ("name", $"Nobody {wrong}"))).Status);
        }

        var refused = await site.Post(check, ("name", "Ana Lindqvist"));
        Assert.Equal(429, refused.Status);
        Assert.DoesNotContain("Yes, it was made out", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Too many other names", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeetingStatus.Running, SessionStatus.Held)]
    [InlineData(MeetingStatus.Ended, SessionStatus.Held)]
    [InlineData(MeetingStatus.Completed, SessionStatus.Unconfirmed)]
    public async Task There_is_none_before_the_end_after_a_parting_or_without_a_session(MeetingStatus status, SessionStatus session)
    {
        var cohort = Over(status, session);
        await using var site = new FormSite(cohort);

        Assert.Equal(410, (await site.Get(Address(cohort, Ana))).Status);
        Assert.Null((await site.Get("/f/" + cohort.Token(FormKind.Participation, Ana))).Html.QuerySelector("a[href$='/certificate']"));
    }

    [Fact]
    public void It_holds_when_another_key_signs_and_ends_with_the_key_that_signed_it()
    {
        SigningKey old = new("k1", new byte[32]), young = new("k2", [.. Enumerable.Repeat((byte)7, 32)]);
        var certificate = new Certificate("Ana Lindqvist", "Spring ~ cohort", Role.Mentee, 6, 300, new(2026, 1, 5), new(2026, 6, 2)) { Company = "Lumenworks" };
        var code = new CertificateCodes(new([old])).Sign(certificate);

        var read = new CertificateCodes(new([young, old])).Read(code)!;
        Assert.Equal("Lumenworks", read.Company);
        Assert.Null(new CertificateCodes(new([old])).Read(new CertificateCodes(new([old])).Sign(certificate with { Company = null }))!.Company);
        Assert.Equal(("Spring ~ cohort", Role.Mentee, 6, 300, new DateOnly(2026, 1, 5), new DateOnly(2026, 6, 2)), (read.Programme, read.Role, read.Sessions, read.Minutes, read.From, read.To));
        Assert.True(new CertificateCodes(new([young, old])).IsOf(read, "Ana Lindqvist"));
        Assert.Null(new CertificateCodes(new([young])).Read(code));
    }

    [Fact]
    public async Task The_last_mail_leads_there()
    {
        var (preview, mail) = MailPreview.Due(MailKind.Thanks);
        using var _ = preview;
        Assert.DoesNotContain("/certificate", (await preview.Written(mail)).Text, StringComparison.Ordinal);
        Put(preview.Cohort, MeetingStatus.Completed, SessionStatus.Held);

        Assert.Contains("/certificate", (await preview.Written(mail)).Text, StringComparison.Ordinal);
    }

    /// <summary>The day on which it is opened, where its reader lives.</summary>
    private static string Issued(SmallCohort cohort) => Ana.ZoneAt(cohort.Clock.GetUtcNow()).DateAt(cohort.Clock.GetUtcNow()).ToString("D", System.Globalization.CultureInfo.GetCultureInfo("en-US"));

    private static string Address(SmallCohort cohort, Person person) => $"/f/{cohort.Token(FormKind.Participation, person)}/certificate";

    private static SmallCohort Over(MeetingStatus status = MeetingStatus.Completed, SessionStatus session = SessionStatus.Held)
    {
        var cohort = In(PhaseNames.Feedback).WithPair();
        Put(cohort, status, session);
        return cohort;
    }

    private static void Put(SmallCohort cohort, MeetingStatus status, SessionStatus session)
    {
        cohort.Put(MeetingRepository.KeyOf(Pair.Id), Pair with { Status = status, StartedAt = Start.AddDays(-60) });
        (int Number, int Days, SessionStatus Status, PersonId[]? Without)[] sessions = [(1, -40, session, null), (2, -25, SessionStatus.Missed, null), (3, -20, session, [Ana.Id]), (4, -10, session, null)];
        foreach (var (number, days, ended, without) in sessions)
        {
            var start = Start.AddDays(days);
            cohort.Put(MeetingRepository.SessionKey(Pair.Id, number), Session.Planned(Pair.Id, number, new(start, start.AddMinutes(50)), without ?? []) with { Status = ended });
        }
    }
}
