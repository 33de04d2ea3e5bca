using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

/// <summary>The entry that an invitation brings, as Ical.Net reads it.</summary>
public sealed partial class CalendarEntryTests
{
    private const string Link = "https://meet.example.org/mentoring";

    [Fact]
    public async Task An_entry_says_where_with_whom_what_about_and_how_to_move_it()
    {
        var entry = await Entry(MailKind.SessionInvitation, calendar: new() { Link = Link });

        Assert.Equal((Link, new Uri(Link)), (entry.Location, entry.Url));
        Assert.Contains("Session 1 of 6", entry.Description, StringComparison.Ordinal);
        Assert.Contains("Tomás Prieto: tomas@example.org", entry.Description, StringComparison.Ordinal);
        Assert.Equal(3, entry.Description!.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Contains("A reply from your calendar program reaches nobody.", entry.Description, StringComparison.Ordinal);
        var alarm = Assert.Single(entry.Alarms);
        Assert.Equal(TimeSpan.FromHours(-1), alarm.Trigger!.Duration!.Value.ToTimeSpanUnspecified());
        Assert.Equal("Session with Tomás Prieto in an hour", alarm.Description);
    }

    [Fact]
    public async Task A_link_with_an_asterisk_is_each_pair_s_own()
    {
        var entry = await Entry(MailKind.SessionInvitation, calendar: new() { Link = Link + "-*" });
        Assert.Matches($"^{Regex.Escape(Link)}-[0-9a-f]{{32}}$", entry.Location);
        Assert.Equal(new Uri(entry.Location!), entry.Url);
        Assert.Equal(entry.Location, (await Entry(MailKind.SessionMoved, calendar: new() { Link = Link + "-*" }, sequence: 1)).Location);

        var rule = new CalendarRule { Link = Link + "-*" };
        Assert.NotEqual(rule.LinkOf(new("spring"), new("p-1")), rule.LinkOf(new("spring"), new("p-2")));
    }

    [Fact]
    public async Task Its_link_is_its_reader_s_own_and_moves_this_session_and_nothing_else()
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionInvitation);
        using var _ = preview;
        var entry = Read((await preview.Written(mail)).Calendar!);

        var token = Assert.Single(OurLinks().Matches(entry.Description!)).Groups[1].Value;
        var link = preview.Cohort.Signer.Verify(token)!;
        Assert.Equal((FormKind.Cancel, SmallCohort.Ana.Id, SmallCohort.Pair.Id.Value, 1), (link.Form, link.Person, link.Scope, link.Number));
    }

    [Fact]
    public async Task A_session_that_moves_keeps_its_entry_and_a_cancellation_takes_the_same_one_out()
    {
        var (first, moved, cancelled) = (
            await Entry(MailKind.SessionInvitation), await Entry(MailKind.SessionMoved, sequence: 1), await Entry(MailKind.SessionCancelled));

        Assert.Equal((first.Uid, first.Uid), (moved.Uid, cancelled.Uid));
        Assert.Equal((0, 1), (first.Sequence, moved.Sequence));
        Assert.True(cancelled.Sequence > moved.Sequence);
        Assert.Empty(cancelled.Alarms);
    }

    [Theory]
    [InlineData("en", "Another session that won't take place")]
    [InlineData("de", "Auch dieses Treffen findet nicht statt")]
    public async Task One_mail_takes_all_sessions_of_a_pair_that_has_ended_out_of_the_calendar(string language, string more)
    {
        var reader = SmallCohort.Ana with { Languages = [language] };
        var (preview, mail) = MailPreview.Due(MailKind.SessionCancelled, reader);
        using var _ = preview;
        var written = await preview.Write([mail, mail with { Name = "second", Session = 2, Until = mail.Until!.Value.AddDays(14) }, mail with { Name = "ended", Kind = MailKind.MeetingEnded, Session = null }]);

        Assert.All(written.Skip(1), one => Assert.True(one.IsAlong));
        var letter = written[0].Mail!;
        var entries = letter.Calendars.Select(Read).ToArray();
        Assert.All(letter.Calendars, part => Assert.Equal("CANCEL", part.Method));
        Assert.All(entries, entry => Assert.Equal(("CANCELLED", 10_000), (entry.Status, entry.Sequence)));
        Assert.Equal([mail.Until.Value.UtcDateTime, mail.Until.Value.AddDays(14).UtcDateTime], entries.Select(entry => entry.Start!.AsUtc));
        Assert.Equal(2, entries.Select(entry => entry.Uid).Distinct().Count());
        Assert.Contains(more, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\w+\}|\[\w+\]", letter.Text);
    }

    [Fact]
    public async Task What_comes_into_a_calendar_and_what_goes_out_of_it_are_two_mails()
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionInvitation);
        using var _ = preview;
        var written = await preview.Write([mail, mail with { Name = "second", Session = 2, Kind = MailKind.SessionCancelled, Until = SmallCohort.Start.AddDays(9) }]);

        Assert.Single(written[0].Mail!.Calendars);
        Assert.True(written[1].IsApart);
    }

    [Theory]
    [InlineData(MeetingFormat.Either, MeetingFormat.Either, true, "Room Kepler")]
    [InlineData(MeetingFormat.InPerson, MeetingFormat.Either, true, "Room Kepler")]
    [InlineData(MeetingFormat.InPerson, MeetingFormat.Remote, true, Link)]
    [InlineData(MeetingFormat.InPerson, MeetingFormat.InPerson, false, Link)]
    [InlineData(MeetingFormat.Either, MeetingFormat.Either, false, Link)]
    public async Task Where_they_meet_is_what_both_said_of_it_and_what_the_company_gives(MeetingFormat ana, MeetingFormat tomas, bool inOnePlace, string expected)
    {
        var entry = await Entry(
            MailKind.SessionInvitation, ana, tomas, calendar: new() { Link = Link, Room = "Room Kepler" }, location: inOnePlace ? "Stockholm" : "New York");

        Assert.Equal(expected, entry.Location);
    }

    [Theory]
    [InlineData(MeetingFormat.InPerson, "In person: agree where.")]
    [InlineData(MeetingFormat.Remote, "Online: agree how.")]
    [InlineData(MeetingFormat.Either, "In person or online: agree where or how.")]
    public async Task Where_the_company_gives_no_place_they_agree_on_one(MeetingFormat format, string expected)
    {
        var entry = await Entry(MailKind.SessionInvitation, format, format);

        Assert.Equal((expected, null), (entry.Location, entry.Url));
    }

    private static async Task<CalendarEvent> Entry(
        MailKind kind, MeetingFormat ana = MeetingFormat.Either, MeetingFormat tomas = MeetingFormat.Either, CalendarRule? calendar = null,
        string location = "New York", int sequence = 0)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;
        var cohort = preview.Cohort;
        cohort.Put(Rows.Person + SmallCohort.Tomas.Id, SmallCohort.Tomas with { Location = location });
        Answer(SmallCohort.Ana, ana);
        Answer(SmallCohort.Tomas, tomas);
        if (sequence > 0)
        {
            cohort.WithSession(1, SmallCohort.Start.AddDays(9).AddHours(6), sequence);
            mail = mail with { Sequence = sequence };
        }

        var settings = cohort.Cohort with { Settings = cohort.Cohort.Settings with { Calendar = calendar ?? new() } };
        var written = await preview.Renderer.Write([mail], new(settings, (await cohort.Find<CycleState>(Rows.State))!, new(cohort.Store, cohort.Clock)), default);
        return Read(written[0].Mail!.Calendar!);

        void Answer(Person person, MeetingFormat format)
        {
            var ask = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person.Id);
            cohort.Put(ask.AnswerKey, new Answer<OffersAnswer>(ask, SmallCohort.Start, new()
            {
                Offers = [], Wishes = [], WorkingHours = WorkingHours.Usual, Languages = ["en"], Format = format,
            }));
        }
    }

    private static CalendarEvent Read(CalendarPart part)
    {
        var calendar = Calendar.Load(part.Content)!;
        Assert.Equal(part.Method, calendar.Method);
        return Assert.Single(calendar.Events);
    }

    [GeneratedRegex(@"/f/(\S+)")]
    private static partial Regex OurLinks();
}
