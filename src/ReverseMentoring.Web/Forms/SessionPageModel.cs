using System.Globalization;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.DesignSystem.Fields;

namespace ReverseMentoring.Web.Forms;

/// <param name="Session">As it is planned now.</param>
/// <param name="Times">Others that are free for all, the best first; may be none.</param>
/// <param name="Free">All that are free for all within some weeks, in order.</param>
/// <param name="Coming">The other sessions that are to come.</param>
/// <param name="Until">When a session that they agree on has to be over.</param>
/// <param name="Wish">A fixed rhythm that one of a pair wishes; null: none.</param>
public sealed record SessionPageModel(
    MeetingPageModel Meeting, Session Session, IReadOnlyList<Interval> Times, IReadOnlyList<Interval> Free, IReadOnlyList<Session> Coming,
    DateTimeOffset Until, RhythmWish? Wish)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm'Z'";

    /// <summary>The times as choices; the partner's clock beside them only where it shows another time.</summary>
    public IEnumerable<Choice> Choices(LinkContext context) => Times.Select(time => new Choice(ValueOf(time), context.Localizer.When(time), Theirs(context, time)));

    /// <returns>The start of the time that was chosen; null: it is none of them.</returns>
    public DateTimeOffset? Find(string value) => Times.Concat(Free).Where(time => ValueOf(time) == value).Select(time => (DateTimeOffset?)time.Start).FirstOrDefault();

    /// <summary>The partner's clock, where it shows another time.</summary>
    public string? Theirs(LinkContext context, Interval time)
    {
        if (!Meeting.IsPair)
        {
            return null;
        }

        var there = Meeting.Partner.ZoneAt(time.Start);
        return there.OffsetAt(time.Start) == context.Localizer.Zone.OffsetAt(time.Start)
            ? null
            : context.Localizer.Say("Reschedule.Theirs", ("partner", Meeting.With), ("when", context.Localizer.When(time, there)));
    }

    public static string ValueOf(Interval time) => time.Start.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The other way round; null: it is no such value.</summary>
    public static DateTimeOffset? StartOf(string value) =>
        DateTimeOffset.TryParseExact(value, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start) ? start : null;
}

/// <summary>Reads it, with what the link says of meeting and session.</summary>
internal sealed class SessionPageModels(MeetingPageModels meetings, IRescheduleService sessions)
{
    /// <returns>
    /// Null where there is nothing to say of the session any more; while a fixed rhythm waits for the visitor's word, the next session stands for it: the
    /// question is of all that are to come.
    /// </returns>
    public async Task<SessionPageModel?> ReadSession(LinkContext context, CancellationToken cancel)
    {
        if (await meetings.ReadMeeting(context, context.Link.Meeting, cancel) is not { } meeting)
        {
            return null;
        }

        var last = RhythmFields.IsAsked(meeting.Meeting.RhythmWish, context) ? meeting.Meeting.SessionsPlanned : context.Link.Number;
        for (var number = context.Link.Number; number <= last; number++)
        {
            if (await sessions.FindProposal(context.Cohort.Id, context.Person.Id, meeting.Id, number, cancel) is { } proposal)
            {
                return new(meeting, proposal.Session, proposal.Times, proposal.Free, proposal.Coming, proposal.Until, proposal.Wish);
            }
        }

        return null;
    }
}
