using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Puts all sessions of a pair that are still to come on a fixed rhythm. A day on which one of them is off is left out, and the series ends later.</summary>
internal sealed class RhythmBooking(MeetingTimes times)
{
    /// <summary>Whether all sessions to come have room on it before the sessions end.</summary>
    public async Task<bool> Fits(MeetingContext context, FixedRhythm rhythm, CancellationToken cancel) =>
        rhythm.IsPossible && Find(context, rhythm, await times.ReadTimes(context, null, cancel)) is not null;

    /// <summary>Holds the new times instead of the old ones.</summary>
    /// <returns>The sessions at them; null, and nothing is changed, where not all have room.</returns>
    public async Task<IReadOnlyList<Session>?> Fix(MeetingContext context, FixedRhythm rhythm, CancellationToken cancel)
    {
        var read = await times.ReadTimes(context, null, cancel);
        if (Find(context, rhythm, read) is not { } planned)
        {
            return null;
        }

        var moved = planned.ToDictionary(session => session.Number);
        await times.Keep(context, read, context.Series.Select(session => moved.GetValueOrDefault(session.Number, session)), cancel);
        return planned;
    }

    private static Session[]? Find(MeetingContext context, FixedRhythm rhythm, MeetingTime read)
    {
        Session[] open = [.. context.Series.Where(session => session.IsOpen && (session.UnscheduledAt is not null || session.Time.Start > context.Now))];
        var taken = read.People.SelectMany(person => person.Booked)
            .Concat(context.Series.Except(open).Where(session => session.HasTime).Select(session => session.Time)).ToArray();
        Interval[] found =
        [
            .. rhythm.Until(SeriesLength.LastDay(context), context.Cohort.Settings.Sessions.Minutes)
                .Where(time => time.Start > context.Now && !taken.Any(time.Overlaps) && !read.People.Any(person => IsOff(context, person, time)))
                .Take(open.Length),
        ];
        return open.Length == 0 || found.Length < open.Length
            ? null
            : [.. open.Zip(found, (session, time) => session.At(time) with { FirstTime = time, Agreed = true, Clock = SessionClock.Of(Zone.Find(rhythm.Zone), time) })];
    }

    private static bool IsOff(MeetingContext context, Attendee attendee, Interval time) =>
        context.Find(attendee.Id) is { } person && attendee.Absences.Concat(attendee.Holidays).Any(days => days.In(person.ZoneAt(time.Start)).Overlaps(time));
}
