using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>
/// Plans many series in a stated order: each is the best given those before it. A person in several of them is booked
/// once at a time; series that share nobody, not even through others, are planned side by side.
/// </summary>
public static class SeriesRound
{
    /// <returns>In the order of the requests; the same on any number of processors.</returns>
    public static IReadOnlyList<Series> Plan(
        IReadOnlyList<SeriesRequest> requests, ParallelOptions? options = null)
    {
        var series = new Series[requests.Count];
        Parallel.ForEach(Groups(requests), options ?? new(), group =>
        {
            var booked = new Dictionary<PersonId, List<Interval>>();
            foreach (var index in group)
            {
                var attendees = requests[index].Attendees;
                series[index] = SeriesPlanner.Plan(requests[index] with
                {
                    Attendees = [.. attendees.Select(attendee => booked.TryGetValue(attendee.Id, out var sessions)
                        ? attendee with { Booked = [.. attendee.Booked, .. sessions] }
                        : attendee)],
                });
                foreach (var attendee in attendees)
                {
                    booked.TryAdd(attendee.Id, []);
                    booked[attendee.Id].AddRange(series[index].Sessions);
                }
            }
        });
        return series;
    }

    /// <summary>Requests joined by people they share, each group in the stated order.</summary>
    private static List<List<int>> Groups(IReadOnlyList<SeriesRequest> requests)
    {
        var root = Enumerable.Range(0, requests.Count).ToArray();
        var seen = new Dictionary<PersonId, int>();
        for (var index = 0; index < requests.Count; index++)
        {
            foreach (var attendee in requests[index].Attendees)
            {
                if (!seen.TryAdd(attendee.Id, index))
                {
                    root[Find(index)] = Find(seen[attendee.Id]);
                }
            }
        }

        return [.. Enumerable.Range(0, requests.Count).GroupBy(Find).Select(group => group.ToList())];

        int Find(int index)
        {
            while (root[index] != index)
            {
                index = root[index] = root[root[index]];
            }

            return index;
        }
    }
}
