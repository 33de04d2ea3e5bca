using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>What recording a session that was agreed privately would do.</summary>
public sealed class SessionActs(IStore store, TimeProvider clock)
{
    /// <summary>Codes of what stands against it.</summary>
    public const string InTheFuture = "in-the-future", Closed = "closed";

    /// <param name="cohort">As it stands.</param>
    /// <param name="meeting">Whose session.</param>
    /// <param name="number">The session's.</param>
    /// <param name="start">When they met.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>When they met, as long as sessions are; the preview is null where there is no such session.</returns>
    public async Task<(Interval Time, ActPreview? Preview)> Held(StandingCohort cohort, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default)
    {
        var meetings = new MeetingRepository(store, cohort.Id);
        if (cohort.Cohort.Settings.WorksCouncil)
        {
            return await HeldUnseen(cohort, meeting, number, start, cancel);
        }

        if (number is < 1 or > 999 || !Naming.Names.IsOne(meeting.Value) || await meetings.FindSession(meeting, number, cancel) is not { } session
            || await meetings.Find(meeting, cancel) is not { Value: var found })
        {
            return (default, null);
        }

        var time = new Interval(start, start + (session.Time.End - session.Time.Start));
        var now = clock.GetUtcNow();

        // One whose time is past is closed for a manager, whether or not its people have said anything: the answer would tell of it.
        var isPast = session.UnscheduledAt is null && session.Time.End <= now;
        return (time, isPast || !session.IsOpen || found.Status is not MeetingStatus.Running ? new() { Refused = Closed }
            : time.End > now ? new() { Refused = InTheFuture }
            : new()
            {
                IsHeld = true,
                Mails = session.InvitedSequence is not null && session.HasTime && session.Time.Start > now
                    ? [.. found.People.Select(person => new PreviewedMail(MailKind.SessionCancelled, person))]
                    : [],
            });
    }

    /// <summary>How many numbers a meeting's sessions have, whatever has become of them.</summary>
    public static int CountOf(Cohort cohort, Meeting meeting) => meeting.SessionsPlanned > 0 ? meeting.SessionsPlanned : cohort.Settings.Sessions.Sessions;

    /// <summary>
    /// In works council mode each number is answered alike, and no session is looked at: what can be recorded, and who would hear of it, would tell
    /// when the two meet. One that is over stays as it is.
    /// </summary>
    private async Task<(Interval Time, ActPreview? Preview)> HeldUnseen(StandingCohort cohort, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel)
    {
        if (!Naming.Names.IsOne(meeting.Value) || await new MeetingRepository(store, cohort.Id).Find(meeting, cancel) is not { Value: var found }
            || number < 1 || number > CountOf(cohort.Cohort, found))
        {
            return (default, null);
        }

        var time = new Interval(start, start.AddMinutes(cohort.Cohort.Settings.Sessions.Minutes));
        return (time, found.Status is not MeetingStatus.Running ? new() { Refused = Closed }
            : time.End > clock.GetUtcNow() ? new() { Refused = InTheFuture }
            : new() { IsHeld = true, MailsPerhaps = [.. found.People.Select(person => new PreviewedMail(MailKind.SessionCancelled, person))] });
    }
}
