using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Standings;
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
        var people = await All<Person>(Rows.Person, cancel).Select(CountedPerson.Of).ToListAsync(cancel);
        var meetings = await All<Meeting>(Rows.Meeting, cancel).ToListAsync(cancel);
        var standing = new CohortStanding(state, people, meetings, await All<Session>(Rows.Session, cancel).ToListAsync(cancel));
        var formed = meetings.Where(meeting => meeting.StartedAt is not null).ToArray();
        var met = formed.SelectMany(meeting => meeting.People.Concat(meeting.Former)).ToHashSet();
        var waves = await store.ReadWaves(cohort.Id, cancel);
        return new()
        {
            Cohort = cohort.Id,
            Name = cohort.Settings.Name,
            At = now,
            Participants = standing.People.All,
            Mentors = standing.People.Mentors,
            Mentees = standing.People.Mentees,
            Phases = [.. state.Past.Select(phase => new PhaseDates(phase.Name, phase.OpenedAt, phase.ClosedAt, phase.Invited))],
            PairsFormed = cohort.HasCircles ? 0 : standing.Meetings.Formed,
            Circles = cohort.HasCircles ? new(standing.Meetings.Formed, met.Count) : null,
            Sessions = CountSessions(standing.Sessions, isTold: waves.Any(wave => wave.Name == WaveNames.End) && met.Count >= cohort.MinimumGroup),
            Draw = DrawFigures.Of(await store.ReadLotDraw(cohort, cancel)),
            Waves = waves,
        };
    }

    private static SessionFigures CountSessions(Standings.SessionFigures counted, bool isTold)
    {
        if (!isTold)
        {
            return new(counted.All) { CalledOff = counted.CalledOff };
        }

        return new(
            counted.All,
            counted.Statuses[SessionStatus.Held],
            counted.Statuses[SessionStatus.Missed],
            counted.Statuses[SessionStatus.Unconfirmed],
            counted.Moved) { CalledOff = counted.CalledOff };
    }

    private IAsyncEnumerable<T> All<T>(string prefix, CancellationToken cancel)
        where T : class => store.Query<T>(partition, KeyRange.Prefix(prefix), cancel).Select(row => row.Value);
}
