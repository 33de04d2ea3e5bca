using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Circles: groups around shared topics, and free places in them.</summary>
internal sealed class CircleFinding : IFinding
{
    public MeetingKind Kind => MeetingKind.Circle;

    public FoundMeetings Match(MatchingRequest request, bool showsFigures, int round, DateTimeOffset now)
    {
        var result = CircleMatcher.Match(request);
        var summary = new CircleSummary(
            round, result.Circles.Count, result.Circles.Sum(circle => circle.Presenters.Count), result.WithoutCircle.Count,
            result.Total, result.Bound, CircleCosts.All(request, result), result.LocksApart, now);
        return new([.. result.Circles.Select(circle => Draft(circle, round))], result.WithoutCircle, Documents.Put(CircleSummary.Key, summary));
    }

    /// <summary>Places for all who have no circle: first in circles with room; the others, if they are enough, form a circle of their own.</summary>
    public async Task<FoundPlaces> Place(StepContext context, bool showsFigures, IReadOnlySet<PersonId> seeking, int round, CancellationToken cancel)
    {
        var meetings = new MeetingRepository(context.Store, context.Cohort.Id);
        var known = await meetings.All(MeetingKind.Circle, cancel).ToListAsync(cancel);
        var all = known.Where(circle => circle.Status is MeetingStatus.Running).ToArray();
        var running = all.Where(circle => circle.SessionsPlanned > 0).ToArray();

        // Whom a circle was to take that has ended meanwhile seeks again.
        var coming = await running.ToAsyncEnumerable().SelectMany(circle => meetings.Commands(circle.Id, cancel))
            .Where(command => command.Value.Kind is MeetingCommandKind.Join).Select(command => command.Value.Person!.Value).ToHashSetAsync(cancellationToken: cancel);
        var request = await new MatchingRequestReader(context.Store, context.Cohort).ReadRequest(cancel);
        var taken = all.SelectMany(circle => circle.People).Concat(coming).ToHashSet();
        var seekers = request.People.Select(person => person.Id).Where(id => !taken.Contains(id)).ToArray();
        var places = CirclePlaces.Find(
            request, [.. running.Select(circle => (IReadOnlyList<PersonId>)[.. circle.People])],
            seekers.ToDictionary(id => id, id => (IReadOnlySet<int>)running.Index().Where(circle => circle.Item.Former.Contains(id)).Select(circle => circle.Index).ToHashSet()));
        var left = seekers.Except(places.Select(place => place.Person)).ToHashSet();

        // Whoever stopped before the round was noted uses its number again: a circle of the same people that has ended meanwhile stays as it is.
        var free = known.Select(circle => circle.Round + 1).Append(round).Max();
        var ended = known.Where(circle => circle is { Status: MeetingStatus.Ended, End: MeetingEnd.ByManager }).Select(circle => circle.People.ToHashSet());
        var formed = CircleMatcher.Match(request with { People = [.. request.People.Where(person => left.Contains(person.Id))], EndedCircles = [.. ended] }).Circles
            .Select(circle => Draft(circle, free) with { Status = MeetingStatus.Running, StartedAt = context.Now }).ToArray();
        return new(
            [
                .. places.Select(place => MeetingCommand.Join(running[place.Circle].Id, place.Person, place.Presenter.Brings)),
                .. formed.Select(MeetingRepository.Row),
                .. formed.Select(circle => Waiting.First(MeetingStatus.Running, circle.Id)),
                .. formed.SelectMany(circle => circle.People.Select(person => Documents.Insert(MeetingRepository.MemberKey(person, circle.Id), new MeetingNamed(circle.Id)))),
            ],
            [.. places.Select(place => running[place.Circle].Id).Distinct().Concat(formed.Select(circle => circle.Id))]);
    }

    public IAsyncEnumerable<MeetingId> ToBegin(MeetingRepository meetings, StepContext context, CancellationToken cancel) =>
        meetings.All(MeetingKind.Circle, cancel).Where(circle => circle is { Status: MeetingStatus.Running, SessionsPlanned: 0 }).Select(circle => circle.Id);

    private static Meeting Draft(MatchedCircle circle, int round) => new()
    {
        Id = MeetingIds.OfCircle(circle.Mentors.Concat(circle.Mentees), round),
        Kind = MeetingKind.Circle,
        Round = round,
        Members = circle.Presenters,
        Score = circle.Score,
        Rota = circle.Rota,
    };
}
