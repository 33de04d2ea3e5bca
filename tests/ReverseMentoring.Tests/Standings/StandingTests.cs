using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Standings;

/// <summary>Counting, on cohorts that are drawn.</summary>
public sealed class StandingTests
{
    private static readonly DateTimeOffset Moment = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [PropertyFact]
    public void Each_person_is_in_one_state_and_states_add_up() => PropertyRun.Hold(300, seed =>
    {
        var drawn = Draw(seed);
        var standing = drawn.Standing;

        Assert.Equal(drawn.People.Count, standing.People.All);
        Assert.Equal(standing.People.All, standing.People.Mentors + standing.People.Mentees);
        Assert.Equal(standing.People.All, standing.People.States.Values.Sum());
        Assert.Equal(drawn.People.CountBy(person => standing.StateOf(person.Id)).ToDictionary().GetValueOrDefault(PersonState.Waiting), standing.Without);
        Assert.Equal(drawn.Meetings.Count, standing.Meetings.Statuses.Values.Sum());
        Assert.Equal(drawn.Sessions.Count, standing.Sessions.Statuses.Values.Sum());
        Assert.Equal(drawn.Sessions.Count, standing.SessionsAt(Moment.AddMinutes(seed)).Values.Sum());
        Assert.Equal(standing.Sessions.Statuses[SessionStatus.Missed], standing.SessionsAt(Moment)[SessionStanding.Missed]);
        Assert.Equal(standing.People.Active, standing.People.ActiveMentors + standing.People.ActiveMentees);
        Assert.Equal(drawn.People.Count(person => person.Role is Role.Mentee && standing.StateOf(person.Id) is not PersonState.NoLonger), standing.People.ActiveMentees);
        Assert.Equal(standing.Meetings.Current, standing.Meetings.Meeting + standing.Meetings.Proposals);
    });

    [PropertyFact]
    public void Who_has_completed_or_is_in_a_pair_is_not_without_one_and_who_waits_meets_nobody() => PropertyRun.Hold(300, seed =>
    {
        var drawn = Draw(seed);
        foreach (var person in drawn.People.Where(person => person.IsActive))
        {
            var theirs = drawn.Meetings.Where(meeting => meeting.Has(person.Id)).ToArray();
            var state = drawn.Standing.StateOf(person.Id);
            if (state is PersonState.Waiting)
            {
                Assert.DoesNotContain(theirs, meeting => meeting.RanItsCourse || meeting.Status is MeetingStatus.Draft or MeetingStatus.Proposed or MeetingStatus.Running);
            }

            if (theirs.Any(meeting => meeting.Status is MeetingStatus.Completed) && drawn.Cycle.Status is CycleStatus.Running)
            {
                Assert.True(state is PersonState.Completed or PersonState.InPair, $"{state}");
            }
        }
    });

    [Theory]
    [InlineData(PhaseNames.CallForTopics, PersonState.Invited)]
    [InlineData(PhaseNames.Review, PersonState.Waiting)]
    [InlineData(PhaseNames.Sessions, PersonState.Waiting)]
    [InlineData(PhaseNames.Retention, PersonState.Waiting)]
    public void Somebody_whom_nobody_meets_waits_from_the_matching_on(string phase, PersonState state) =>
        Assert.Equal(state, Of(phase).StateOf(new("a")));

    [Theory]
    [InlineData(MeetingStatus.Draft, PersonState.TakingPart)]
    [InlineData(MeetingStatus.Proposed, PersonState.TakingPart)]
    [InlineData(MeetingStatus.Declined, PersonState.Waiting)]
    [InlineData(MeetingStatus.Running, PersonState.InPair)]
    [InlineData(MeetingStatus.Completed, PersonState.Completed)]
    [InlineData(MeetingStatus.Ended, PersonState.Waiting)]
    public void A_pair_gives_both_of_it_the_same_state(MeetingStatus status, PersonState state)
    {
        var standing = Of(PhaseNames.Sessions, Pair(0, new("a"), new("b"), status));

        Assert.Equal((state, state), (standing.StateOf(new("a")), standing.StateOf(new("b"))));
    }

    [Fact]
    public void A_pair_that_met_until_the_sessions_were_closed_has_completed() => Assert.Equal(
        PersonState.Completed,
        Of(PhaseNames.Feedback, Pair(0, new("a"), new("b"), MeetingStatus.Ended) with { End = MeetingEnd.OutOfTime }).StateOf(new("a")));

    [Fact]
    public void What_was_still_to_come_when_the_sessions_of_all_were_closed_was_called_off_and_its_pairs_count()
    {
        var closed = Pair(0, new("a"), new("b"), MeetingStatus.Ended) with { End = MeetingEnd.OutOfTime, SessionsPlanned = 6 };
        var parted = Pair(1, new("a"), new("b"), MeetingStatus.Ended) with { SessionsPlanned = 6 };
        var standing = new CohortStanding(
            CycleState.Begin(Moment) with { Phase = PhaseNames.Feedback }, [], [closed, parted],
            [.. Enumerable.Range(1, 2).Select(number => Session.Planned(closed.Id, number, new(Moment, Moment.AddHours(1)), []))]);

        Assert.Equal((2, 4, 6, 8), (standing.Sessions.All, standing.Sessions.CalledOff, standing.Sessions.LostEarly, standing.Sessions.Planned));
        Assert.Equal((1, 1, 1), (standing.Meetings.Statuses[MeetingStatus.Completed], standing.Meetings.Statuses[MeetingStatus.Ended], standing.Meetings.Current));
    }

    [Fact]
    public void What_a_swap_took_the_place_of_has_lost_no_sessions_and_what_was_over_before_all_said_yes_has_not_come_about()
    {
        var swapped = Pair(0, new("a"), new("b"), MeetingStatus.Ended) with { End = MeetingEnd.Replaced, SessionsPlanned = 6 };
        var proposed = Pair(1, new("a"), new("b"), MeetingStatus.Ended) with { End = MeetingEnd.OutOfTime, StartedAt = null };
        var standing = Of(PhaseNames.Sessions, swapped, proposed);

        Assert.Equal((0, 0), (standing.Sessions.LostEarly, standing.Sessions.Planned));
        Assert.Equal((1, 1, 1), (standing.Meetings.Statuses[MeetingStatus.Declined], standing.Meetings.Statuses[MeetingStatus.Ended], standing.Meetings.Formed));
    }

    /// <summary>Whoever has heard the question has five days for it, and two weeks pass at most where it went out late.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(-1, 4)]
    [InlineData(-6, 8)]
    [InlineData(-20, 0)]
    public void What_became_of_a_session_is_known_at_its_end_or_when_nobody_is_waited_for_any_more(int ended, int known)
    {
        var pair = Pair(0, new("a"), new("b"), MeetingStatus.Running);
        var end = Moment.AddDays(ended);
        var standing = new CohortStanding(CycleState.Begin(Moment) with { Phase = PhaseNames.Sessions }, [], [pair], [Session.Planned(pair.Id, 1, new(end.AddHours(-1), end), [])]);

        Assert.Equal(Moment.AddDays(known), standing.AllSettled(Forms.SmallCohort.In(PhaseNames.Sessions).Cohort, Moment));
    }

    /// <summary>Whose pair has ended is not told that nobody fits; and who never had one is told what the list alone says.</summary>
    [Fact]
    public void Why_somebody_is_without_a_partner_is_said_by_what_came_last()
    {
        var ended = Pair(0, new("a"), new("b"), MeetingStatus.Ended);
        var why = new WhyWithout(
            new() { People = [Listed("c", Role.Mentor, "en"), Listed("d", Role.Mentee, "fr"), Listed("e", Role.Mentee, "en")], Policy = new() { RequireSharedLanguage = true } }, [new("f")], [ended, Pair(1, new("c"), new("d"), MeetingStatus.Declined)]);

        Assert.Equal(
            [UnmatchedPerson.Again, UnmatchedPerson.Again, UnmatchedPerson.Capacity, UnmatchedPerson.Fit, UnmatchedPerson.Lot],
            new PersonId[] { new("a"), new("b"), new("c"), new("d"), new("f") }.Select(why.Of));

        static MatchPerson Listed(string id, Role role, string language) => new() { Id = new(id), Role = role, TimeZone = "Europe/Berlin", Languages = [language], Level = role is Role.Mentee ? 3 : 1 };
    }

    [Fact]
    public void In_a_cohort_that_was_ended_nobody_takes_part_any_more()
    {
        var cancelled = CycleState.Begin(Moment).GoTo(PhaseNames.Retention, Moment, 0) with { Status = CycleStatus.Cancelled };

        Assert.Equal(PersonState.NoLonger, new CohortStanding(cancelled, [new(new("a"), Role.Mentor, true)], [], []).StateOf(new("a")));
    }

    [Fact]
    public void Of_those_whom_a_draw_made_wait_who_has_left_or_meets_somebody_waits_no_more()
    {
        var state = CycleState.Begin(Moment) with { Phase = PhaseNames.Sessions };
        PersonId[] drawn = [new("a"), new("b"), new("c"), new("elsewhere")];
        CountedPerson[] people = [new(drawn[0], Role.Mentor, true), new(drawn[1], Role.Mentor, false), new(drawn[2], Role.Mentor, true), new(new("d"), Role.Mentor, true), new(new("e"), Role.Mentee, true)];

        Assert.Equal(2, new CohortStanding(state, people, [], []).StillWaiting(drawn.ToHashSet()));
        Assert.Equal(1, new CohortStanding(state, people, [Pair(0, drawn[2], new("e"), MeetingStatus.Running)], []).StillWaiting(drawn.ToHashSet()));
    }

    private static CohortStanding Of(string phase, params Meeting[] meetings) => new(
        CycleState.Begin(Moment) with { Phase = phase }, [new(new("a"), Role.Mentor, true), new(new("b"), Role.Mentee, true)], meetings, []);

    private static Drawn Draw(int seed)
    {
        var random = new Random(seed);
        var phases = PhaseCatalogue.Names;
        var at = random.Next(phases.Count);
        var cycle = phases.Take(at).Aggregate(CycleState.Begin(Moment), (state, phase) => state with { Phase = phase, Past = [.. state.Past, new(phase, Moment, Moment, 0, 0)] })
            with { Phase = phases[at], Status = random.Next(6) == 0 ? CycleStatus.Cancelled : CycleStatus.Running };
        CountedPerson[] people = [.. Enumerable.Range(0, random.Next(1, 30)).Select(number => new CountedPerson(
            new($"p{number}"), random.Next(2) == 0 ? Role.Mentor : Role.Mentee, random.Next(8) > 0))];
        var mentors = people.Where(person => person.Role is Role.Mentor).ToArray();
        var mentees = people.Where(person => person.Role is Role.Mentee).ToArray();
        Meeting[] meetings = mentors.Length == 0 || mentees.Length == 0 ? [] : [.. Enumerable.Range(0, random.Next(people.Length)).Select(number => Pair(
            number, mentors[random.Next(mentors.Length)].Id, mentees[random.Next(mentees.Length)].Id,
            (MeetingStatus)random.Next(Enum.GetValues<MeetingStatus>().Length)))];
        Session[] sessions = [.. meetings.SelectMany(meeting => Enumerable.Range(1, random.Next(6)).Select(number =>
            Session.Planned(meeting.Id, number, new(Moment, Moment.AddHours(1)), []) with { Status = (SessionStatus)random.Next(4), Sequence = random.Next(3) }))];
        return new(cycle, people, meetings, sessions);
    }

    private static Meeting Pair(int number, PersonId mentor, PersonId mentee, MeetingStatus status) => new()
    {
        Id = new($"m{number}"), Kind = MeetingKind.Pair, Round = 1, Status = status, Members = [new(mentor, Role.Mentor, []), new(mentee, Role.Mentee, [])],
        StartedAt = status is MeetingStatus.Running or MeetingStatus.Completed or MeetingStatus.Ended ? Moment : null,
        End = status is MeetingStatus.Ended ? MeetingEnd.SomebodyLeft : null,
    };

    private sealed record Drawn(CycleState Cycle, IReadOnlyList<CountedPerson> People, IReadOnlyList<Meeting> Meetings, IReadOnlyList<Session> Sessions)
    {
        public CohortStanding Standing { get; } = new(Cycle, People, Meetings, Sessions);
    }
}
