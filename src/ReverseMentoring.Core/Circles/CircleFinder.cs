using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>Has circles found and writes them down; begins those that are approved.</summary>
public sealed class CircleFinder
{
    /// <summary>Matches all who have answered, as drafts of a new round.</summary>
    public async Task Match(Cycle.Turn turn, CancellationToken cancel)
    {
        var round = turn.State.Round + 1;
        var drafts = await Book(turn).All(cancel).Where(circle => circle.Value.Status is CircleStatus.Draft).ToListAsync(cancel);
        await turn.DeleteDrafts([.. drafts.Select(draft => (draft.Value.Id, draft.Delete()))], cancel);

        var request = await new MatchReading(turn.Store, turn.Cohort).Read(cancel);
        var result = CircleMatcher.Match(request);
        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.Unmatched), cancel);
        await turn.Store.InsertMissing(
            turn.Partition,
            [
                .. result.Circles.Select(circle => Row(Draft(circle, round))),
                .. result.WithoutCircle.Select(person => new Change.Insert(Rows.Unmatched + person.Id, Documents.Write(person))),
            ],
            cancel);
        var summary = new CircleSummary(
            round, result.Circles.Count, result.Circles.Sum(circle => circle.Presenters.Count), result.WithoutCircle.Count,
            result.Total, result.Bound, result.LocksApart, turn.Now);
        await turn.Save(
            turn.State with { Round = round, OpenedAt = turn.Now, Invited = result.Circles.Count },
            [Documents.Put(CircleSummary.Key, summary)], cancel);
    }

    /// <summary>The circles that the manager has approved begin. Nobody is asked to accept: everybody can leave at any time.</summary>
    public async Task Begin(Cycle.Turn turn, CancellationToken cancel)
    {
        await foreach (var circle in Book(turn).All(cancel).Where(circle => circle.Value.Status is CircleStatus.Draft))
        {
            await turn.Store.Write(
                turn.Partition,
                [
                    circle.Replace(circle.Value with { Status = CircleStatus.Running, StartedAt = turn.Now }),
                    Waiting.Begin(PairStatus.Running, circle.Value.Id),
                    .. circle.Value.Members.Select(member => new Change.Put(CircleBook.KeyOf(member.Person, circle.Value.Id), "{}")),
                ],
                cancel);
        }
    }

    /// <summary>Circles that have not told their members yet.</summary>
    public async Task<IReadOnlyList<ProcessId>> ToBegin(Cycle.Turn turn, CancellationToken cancel) =>
        await Book(turn).All(cancel).Where(circle => circle.Value is { Status: CircleStatus.Running, SessionsPlanned: 0 })
            .Select(circle => ProcessId.OfCircle(turn.Cohort.Id, circle.Value.Id)).ToListAsync(cancel);

    /// <summary>
    /// Finds places for all who have no circle, where somebody seeks or a place has become free: first in circles with
    /// room; the others, if they are enough, form a circle of their own.
    /// </summary>
    /// <returns>The processes of the circles that change or begin.</returns>
    public async Task<IReadOnlyList<ProcessId>> Place(Cycle.Turn turn, CancellationToken cancel)
    {
        var seeking = await turn.Store.Query(turn.Partition, KeyRange.Prefix(Rows.Seeking), cancel).ToListAsync(cancel);
        if (seeking.Count == 0)
        {
            return [];
        }

        var all = await Book(turn).All(cancel).Select(circle => circle.Value).ToListAsync(cancel);
        var running = all.Where(circle => circle.Status is CircleStatus.Running && circle.SessionsPlanned > 0).ToArray();
        // Whom a circle was to take that has ended meanwhile seeks again.
        var coming = await running.ToAsyncEnumerable()
            .SelectMany(circle => turn.Store.Query<PairCommand>(turn.Partition, KeyRange.Prefix(PairCommand.KeysOf(circle.Id)), cancel))
            .Where(command => command.Value.Kind is PairCommandKind.Join).Select(command => command.Value.Person).ToHashSetAsync(cancellationToken: cancel);
        var request = await new MatchReading(turn.Store, turn.Cohort).Read(cancel);
        var taken = all.Where(circle => circle.Status is CircleStatus.Running).SelectMany(circle => circle.Members).Select(member => member.Person).Concat(coming).ToHashSet();
        var seekers = request.People.Select(person => person.Id).Where(id => !taken.Contains(id)).ToArray();
        var places = CirclePlaces.Find(
            request, [.. running.Select(circle => (IReadOnlyList<string>)[.. circle.Members.Select(member => member.Person)])],
            seekers.ToDictionary(id => id, id => (IReadOnlySet<int>)running.Index().Where(circle => circle.Item.Former.Contains(id)).Select(circle => circle.Index).ToHashSet()));
        var left = seekers.Except(places.Select(place => place.Person)).ToHashSet();
        var round = turn.State.Round + 1;
        var formed = CircleMatcher.Match(request with { People = [.. request.People.Where(person => left.Contains(person.Id))] }).Circles
            .Select(circle => Draft(circle, round) with { Status = CircleStatus.Running, StartedAt = turn.Now }).ToArray();
        await Write(turn, running, places, formed, cancel);
        await turn.NoLongerSeek(seeking, cancel);
        await turn.Save(turn.State with { Round = round }, [], cancel);
        return
        [
            .. places.Select(place => running[place.Circle].Id).Distinct().Concat(formed.Select(circle => circle.Id))
                .Select(id => ProcessId.OfCircle(turn.Cohort.Id, id)),
        ];
    }

    private static async Task Write(
        Cycle.Turn turn, Circle[] running, IReadOnlyList<FoundPlace> places, Circle[] formed, CancellationToken cancel) =>
        await turn.Store.InsertMissing(
            turn.Partition,
            [
                .. places.Select(place => new Change.Insert(
                    $"{PairCommand.KeysOf(running[place.Circle].Id)}join.{place.Person}",
                    Documents.Write(new PairCommand(PairCommandKind.Join, place.Person) { Brings = place.Presenter.Brings }))),
                .. formed.Select(Row),
                .. formed.Select(circle => new Change.Insert(Waiting.For(PairStatus.Running) + circle.Id, "{}")),
                .. formed.SelectMany(circle => circle.Members.Select(member => new Change.Insert(CircleBook.KeyOf(member.Person, circle.Id), "{}"))),
            ],
            cancel);

    private static CircleBook Book(Cycle.Turn turn) => new(turn.Store, turn.Cohort.Id);

    private static Change.Insert Row(Circle circle) => new(Rows.Circle + circle.Id, Documents.Write(circle));

    private static Circle Draft(MatchedCircle circle, int round) => new()
    {
        Id = Circle.IdOf(circle.Mentors.Concat(circle.Mentees), round),
        Round = round,
        Members = circle.Presenters,
        Score = circle.Score,
        Topics = circle.Topics,
        Rota = circle.Rota,
    };
}
