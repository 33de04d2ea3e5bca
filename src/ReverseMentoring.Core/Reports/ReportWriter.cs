using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>
/// Counts what everybody may know of a cohort into a report, also half-way, and adds what the gate has published so far. It reads
/// no answer.
/// </summary>
public sealed class ReportWriter(IStore store, Cohort cohort, CycleState state)
{
    private readonly string partition = Rows.Partition(cohort.Id);

    public async Task<Report> Write(DateTimeOffset now, CancellationToken cancel = default)
    {
        var roles = await All<Person>(Rows.Person, cancel).ToDictionaryAsync(person => person.Id, person => person.Role, cancellationToken: cancel);
        var formed = await All<Meeting>(Rows.Meeting, cancel).Where(meeting => meeting.StartedAt is not null).ToListAsync(cancel);
        var met = formed.SelectMany(meeting => meeting.People.Concat(meeting.Former)).ToHashSet();
        var waves = await store.ReadWaves(cohort.Id, cancel);
        return new()
        {
            Cohort = cohort.Id,
            Name = cohort.Settings.Name,
            At = now,
            Participants = roles.Count,
            Mentors = roles.Values.Count(role => role is Role.Mentor),
            Mentees = roles.Values.Count(role => role is Role.Mentee),
            Phases = [.. state.Past.Select(phase => new PhaseDates(phase.Name, phase.OpenedAt, phase.ClosedAt, phase.Invited))],
            PairsFormed = formed.Count(meeting => meeting.Kind is MeetingKind.Pair),
            Circles = cohort.HasCircles ? new(formed.Count(meeting => meeting.Kind is MeetingKind.Circle), met.Count) : null,
            Sessions = await CountSessions(
                formed.Sum(meeting => meeting.SessionsPlanned), isTold: waves.Any(wave => wave.Name == WaveNames.End) && met.Count >= cohort.MinimumGroup, cancel),
            UnmatchedMentors = roles.Count(person => person.Value is Role.Mentor && !met.Contains(person.Key)),
            UnmatchedMentees = roles.Count(person => person.Value is Role.Mentee && !met.Contains(person.Key)),
            Waves = waves,
        };
    }

    private async Task<SessionFigures> CountSessions(int planned, bool isTold, CancellationToken cancel)
    {
        if (!isTold)
        {
            return new(planned);
        }

        var sessions = await All<Session>(Rows.Session, cancel).ToListAsync(cancel);
        return new(
            planned,
            sessions.Count(session => session.Status is SessionStatus.Held),
            sessions.Count(session => session.Status is SessionStatus.Missed),
            sessions.Count(session => session.Status is SessionStatus.Unconfirmed),
            sessions.Sum(session => session.Sequence));
    }

    private IAsyncEnumerable<T> All<T>(string prefix, CancellationToken cancel)
        where T : class => store.Query<T>(partition, KeyRange.Prefix(prefix), cancel).Select(row => row.Value);
}
