using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
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
        var met = formed.SelectMany(meeting => meeting.Everybody).ToHashSet();
        var waves = await store.ReadWaves(cohort.Id, cancel);
        return new()
        {
            Cohort = cohort.Id,
            Name = cohort.Settings.Name,
            At = now,
            Participants = standing.People.All,
            Mentors = standing.People.Mentors,
            Mentees = standing.People.Mentees,
            Phases = [.. state.Past.Select(phase => new PhaseDates(phase.Name, phase.OpenedAt, phase.ClosedAt))],
            PairsFormed = cohort.HasCircles ? 0 : standing.Meetings.Formed,
            Circles = cohort.HasCircles ? new(standing.Meetings.Formed, met.Count) : null,
            Sessions = SessionsOf(cohort, standing.Sessions, waves.FirstOrDefault(wave => wave.Name == WaveNames.End)),
            Draw = DrawFigures.Of(await store.ReadLotDraw(cohort, cancel)),
            Waves = waves,
        };
    }

    /// <summary>What was lost with few pairs that ended early counts as planned: it would say how many sessions these had.</summary>
    private static SessionFigures SessionsOf(Cohort cohort, Standings.SessionFigures counted, PublishedWave? end)
    {
        var isTold = counted.LostOf >= cohort.MinimumGroup;
        return new(isTold ? counted.All : counted.Planned, Told(WaveCatalogue.Held), Told(WaveCatalogue.Missed), Told(WaveCatalogue.Unconfirmed), Told(WaveCatalogue.Moved))
        {
            NearlyAllHeld = end?.Find(WaveCatalogue.Sessions, WaveCatalogue.Held) is { State: FigureState.NearlyAll },
            CalledOff = counted.CalledOff,
            LostEarly = isTold ? counted.LostEarly : 0,
        };

        int? Told(string cell) => (int?)end?.Find(WaveCatalogue.Sessions, cell)?.Value;
    }

    private IAsyncEnumerable<T> All<T>(string prefix, CancellationToken cancel)
        where T : class => store.Query<T>(partition, KeyRange.Prefix(prefix), cancel).Select(row => row.Value);
}
