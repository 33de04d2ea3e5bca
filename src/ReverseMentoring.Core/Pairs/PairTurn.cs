using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>A pair's turn to step.</summary>
public sealed class PairTurn(Cohort cohort, CycleState state, Stored<Pair> pair, Person mentor, Person mentee, DateTimeOffset now)
    : MeetingTurn(cohort, state, now)
{
    private PairHistory? history;

    public Pair Pair { get; set; } = pair.Value;

    public override string Id => Pair.Id;

    /// <summary>The mentee, who leads the calendar, first.</summary>
    public IReadOnlyList<Person> Both { get; } = [mentee, mentor];

    public override IReadOnlyList<Person> People => Both;

    /// <summary>Null: nothing was kept yet.</summary>
    public Stored<PairHistory>? KeptHistory { get; init; }

    public IReadOnlyList<RhythmEvent> History => (history ??= KeptHistory?.Value ?? PairHistory.Of(Series)).Events;

    public override IReadOnlyList<Change> Changes =>
    [
        .. Pair == pair.Value ? [] : new[] { pair.Replace(Pair) },
        .. history is null || history == KeptHistory?.Value ? [] : new[] { KeptHistory?.Replace(history) ?? Documents.Insert(PairHistory.KeyOf(Pair.Id), history) },
        .. base.Changes,
    ];

    /// <summary>Whether so many more changes fit into the step's one write. What doesn't fit waits for the next step.</summary>
    public bool HasRoomFor(int more) => Changes.Count + more <= StoreLimits.Changes;

    /// <summary>A session whose days count anew, because both wanted another rhythm.</summary>
    public void Replan(Session session)
    {
        Set(session);
        history = new([.. History.Where(happened => happened is not SessionBooked booked || booked.Session != session.Number)]);
        Record(new SessionBooked(Now, session.Number, session.Time.Start));
    }

    public override void Record(RhythmEvent happened)
    {
        _ = History;
        history = history!.With(happened);
    }
}
