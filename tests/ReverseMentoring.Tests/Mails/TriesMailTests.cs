using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

/// <summary>What a leader meant to try comes back before the next session: where there is a reminder, and where they asked for it.</summary>
public sealed class TriesMailTests
{
    private const string Words = "I will ask before I answer";

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_reminder_that_a_calendar_makes_needless_goes_to_who_asked_for_it(bool asked, bool goes)
    {
        var (preview, mail) = Invited(SmallCohort.Ana, asked);
        using var _ = preview;

        var written = await preview.Write(mail);

        Assert.Equal(goes, written.Mail?.Text.Contains(Words, StringComparison.Ordinal) is true);
        Assert.Equal(goes ? null : "in-calendar", written.NotWanted);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_seen_and_neither_mentor_nor_delegate_reads_of_it()
    {
        var (preview, mail) = Invited(SmallCohort.Ana with { DelegateEmail = "office@example.org", DelegateRevision = 1, Mails = MailLevel.Reminding }, true);
        using var _ = preview;
        Assert.Contains(Words, (await preview.Written(mail)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await preview.Written(mail with { ToDelegate = true })).Text, StringComparison.Ordinal);
        preview.Cohort.Put(Rows.Person + SmallCohort.Tomas.Id, SmallCohort.Tomas with { Mails = MailLevel.Reminding });
        Assert.DoesNotContain(Words, (await preview.Written(mail with { Person = SmallCohort.Tomas.Id })).Text, StringComparison.Ordinal);
        preview.Cohort.Put(PairNotes.KeyOf(SmallCohort.Pair.Id, SmallCohort.Tomas.Id), new PairNotes(SmallCohort.Pair.Id, SmallCohort.Tomas.Id) { Seen = [1] });

        Assert.DoesNotContain(Words, (await preview.Written(mail)).Text, StringComparison.Ordinal);
    }

    private static (MailPreview Preview, Mail Mail) Invited(Person reader, bool remind)
    {
        var (preview, mail) = MailPreview.Due(MailKind.SessionReminder, reader);
        var (cohort, pair, start) = (preview.Cohort, SmallCohort.Pair.Id, SmallCohort.Start.AddDays(7));
        cohort.Put(MeetingRepository.SessionKey(pair, 1), Session.Planned(pair, 1, new(start, start.AddMinutes(50)), []) with { InvitedSequence = 0 });
        cohort.Put(PairNotes.KeyOf(pair, reader.Id), new PairNotes(pair, reader.Id) { Commitments = [new(1, Words, Remind: remind)] });
        return (preview, mail);
    }
}
