using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>Who meets whom and when: nobody twice at a time, nobody beyond their room, no power between two, nobody whom they refused.</summary>
internal static class MeetingInvariants
{
    public static IReadOnlyList<Invariant> Always { get; } =
    [
        Invariant.Of("nobody is booked twice", [Rows.Session, Rows.Meeting], NobodyTwice),
        Invariant.Of("who is waited for is proposed or meets", [Rows.Meeting, "waiting."], WaitingIsTrue),
        Invariant.Of("two who are kept apart never meet", [Rows.Meeting], KeptApart),
        Invariant.Of("who waits by a draw meets nobody", [Rows.Meeting, Rows.Lot], WaitsByLot),
        Invariant.Of("figures add up", [Rows.Meeting, Rows.Session, Rows.Person, Rows.State], FiguresAddUp),
    ];

    public static IReadOnlyList<Invariant> Settled { get; } =
    [
        Invariant.Of("nobody has more partners than room", [], Capacity),
        Invariant.Of("no reporting line between two who meet", [], ReportingLine),
        Invariant.Of("a veto holds", [], Vetoes),
        Invariant.Of("who has left meets nobody", [], LeaversAreOut),
        Invariant.Of("bookings are what is planned", [], BookingsAreTrue),
    ];

    private static async IAsyncEnumerable<string> NobodyTwice(CheckedCohort cohort)
    {
        var meetings = (await cohort.Running()).ToDictionary(meeting => meeting.Id);
        var planned = (await cohort.Sessions()).Where(session => session.HasTime && session.Time.End > cohort.Now && meetings.ContainsKey(session.Meeting));
        foreach (var person in planned.SelectMany(session => meetings[session.Meeting].People.Where(person => !session.Misses(person)).Select(person => (Person: person, Session: session)))
            .GroupBy(one => one.Person))
        {
            var sessions = person.Select(one => one.Session).OrderBy(session => session.Time.Start).ToArray();
            foreach (var (one, next) in sessions.Zip(sessions.Skip(1)).Where(two => two.First.Time.Overlaps(two.Second.Time)))
            {
                yield return $"{person.Key} has {one.Id} at {one.Time.Start:u} and {next.Id} at {next.Time.Start:u}";
            }
        }
    }

    private static async IAsyncEnumerable<string> WaitingIsTrue(CheckedCohort cohort)
    {
        foreach (var status in new[] { MeetingStatus.Proposed, MeetingStatus.Running })
        {
            var keys = Waiting.KeysOf(status);
            var waiting = await cohort.View.Disk.Query(cohort.View.Partition, KeyRange.Prefix(keys)).Select(row => row.Key[keys.Length..]).ToHashSetAsync();
            var are = (await cohort.Meetings()).Where(meeting => meeting.Status == status).Select(meeting => meeting.Id.Value).ToHashSet();
            if (!waiting.SetEquals(are))
            {
                yield return $"{status}: waited for {string.Join(' ', waiting.Except(are))}, not waited for {string.Join(' ', are.Except(waiting))}";
            }
        }
    }

    private static async IAsyncEnumerable<string> WaitsByLot(CheckedCohort cohort)
    {
        var waiting = await cohort.View.Disk.Query<Lot>(cohort.View.Partition, KeyRange.Prefix(Rows.Lot)).Where(row => row.Value.Waits).Select(row => row.Value.Person).ToHashSetAsync();
        foreach (var meeting in waiting.Count == 0 ? [] : await cohort.Meetings())
        {
            foreach (var person in meeting.People.Where(waiting.Contains))
            {
                yield return $"{person} waits, and is in {meeting.Id}";
            }
        }
    }

    private static async IAsyncEnumerable<string> KeptApart(CheckedCohort cohort)
    {
        foreach (var meeting in (await cohort.Meetings()).Where(meeting => meeting is { KeptApart: true, StartedAt: not null }))
        {
            yield return $"{meeting.Id}";
        }
    }

    private static async IAsyncEnumerable<string> FiguresAddUp(CheckedCohort cohort)
    {
        if (await cohort.View.State() is not { } state)
        {
            yield break;
        }

        var standing = await cohort.View.Disk.ReadStanding(cohort.View.Id, state);
        if (standing.People.States.Values.Sum() != standing.People.All || standing.People.Mentors + standing.People.Mentees != standing.People.All
            || standing.Meetings.Statuses.Values.Sum() != (await cohort.Meetings()).Count || standing.Sessions.Statuses.Values.Sum() != standing.Sessions.All)
        {
            yield return StoredJson.Write(standing.People.States);
        }
    }

    private static async IAsyncEnumerable<string> Capacity(CheckedCohort cohort)
    {
        var people = await cohort.People();
        foreach (var (person, pairs) in (await cohort.Running()).SelectMany(meeting => meeting.People).CountBy(person => person))
        {
            if (people.TryGetValue(person, out var who) && pairs > who.Capacity)
            {
                yield return $"{person} has room for {who.Capacity} and meets in {pairs}";
            }
        }
    }

    private static async IAsyncEnumerable<string> ReportingLine(CheckedCohort cohort)
    {
        var managers = (await cohort.People()).Values.ToDictionary(person => person.Id, person => person.ManagerId);
        foreach (var line in await cohort.View.All<LineManager>(Rows.Line))
        {
            managers.TryAdd(line.Id, line.ManagerId);
        }

        foreach (var meeting in await cohort.Running())
        {
            PersonId[] members = [.. meeting.People];
            foreach (var (one, other) in members.SelectMany((one, at) => members.Skip(at + 1).Select(other => (one, other))).Where(two => ReportingLines.AreIn(two.one, two.other, managers)))
            {
                yield return $"{meeting.Id}: {one} and {other}";
            }
        }
    }

    private static async IAsyncEnumerable<string> Vetoes(CheckedCohort cohort)
    {
        foreach (var meeting in (await cohort.Meetings()).Where(meeting => meeting.StartedAt is not null))
        {
            foreach (var veto in cohort.Told.RatherNot.Where(veto => meeting.Has(veto.Person) && meeting.Has(veto.With) && (meeting.ProposedAt ?? meeting.StartedAt) > veto.At))
            {
                yield return $"{meeting.Id}: {veto.Person} would rather not with {veto.With}";
            }
        }
    }

    /// <summary>While a cohort is paused its pairs hear nothing.</summary>
    private static async IAsyncEnumerable<string> LeaversAreOut(CheckedCohort cohort)
    {
        if (await cohort.View.State() is { Status: CycleStatus.Paused })
        {
            yield break;
        }

        var people = await cohort.People();
        foreach (var meeting in await cohort.Running())
        {
            foreach (var person in meeting.People.Where(person => people.TryGetValue(person, out var who) && cohort.Now - who.LeftAt > TimeSpan.FromHours(25)))
            {
                yield return $"{person} has left at {people[person].LeftAt:u} and is in {meeting.Id}";
            }
        }
    }

    private static async IAsyncEnumerable<string> BookingsAreTrue(CheckedCohort cohort)
    {
        var meetings = (await cohort.Running()).ToDictionary(meeting => meeting.Id);
        var planned = (await cohort.Sessions()).Where(session => session.HasTime && session.Time.Start > cohort.Now && meetings.ContainsKey(session.Meeting)).ToArray();

        // What was booked for whoever was erased went with them; while the cohort is paused their pair does not hear of it.
        foreach (var person in (await cohort.People()).Values.Where(person => person.Email.Length > 0).Select(person => person.Id))
        {
            var booked = (await new BookingRepository(cohort.View.Disk).ReadPerson(person)).Value.Entries
                .Where(entry => entry.Cohort == cohort.View.Id && entry.Time.Start > cohort.Now).Select(entry => (entry.Meeting, entry.Time)).ToHashSet();
            var mine = planned.Where(session => meetings[session.Meeting].Has(person) && !session.Misses(person)).Select(session => (session.Meeting, session.Time)).ToHashSet();
            foreach (var (meeting, time) in mine.Except(booked))
            {
                yield return $"{person} has {meeting} at {time.Start:u}, and it is not booked";
            }

            foreach (var (meeting, time) in booked.Except(mine))
            {
                yield return $"{person} is booked for {meeting} at {time.Start:u}, where nothing is planned";
            }
        }
    }
}
