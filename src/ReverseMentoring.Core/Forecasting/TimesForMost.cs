using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Times of a circle where there is none for all: those at which most can come, as its own series and its sessions find them.</summary>
internal static class TimesForMost
{
    /// <summary>One after the other, each as near to the wished distance as most can.</summary>
    /// <returns>In order; fewer than the plan asks for where there is no time for more.</returns>
    public static IReadOnlyList<Interval> Series(SeriesRequest request, IReadOnlyList<DrawnPerson> people)
    {
        var (plan, search, found) = (request.Plan, new Attendance(request), new List<Interval>());
        while (found.Count < plan.Sessions)
        {
            var before = found.Count > 0 ? search.DateAt(found[^1].Start) : (DateOnly?)null;
            var last = before?.AddDays(plan.MaximumDays) ?? plan.EarliestStart.AddDays(SeriesLength.Slack);
            if (search.Best(before?.AddDays(plan.MinimumDays) ?? plan.EarliestStart, last < plan.LatestEnd ? last : plan.LatestEnd, before?.AddDays(plan.IdealDays) ?? plan.EarliestStart,
                RuleOf(people), _ => true) is not { } time)
            {
                break;
            }

            found.Add(time.Time);
        }

        return found;
    }

    /// <summary>Another time for one that fell, far enough from those beside it.</summary>
    public static Interval? Other(SeriesRequest request, IReadOnlyList<DrawnPerson> people, Interval fell, DateTimeOffset earliest, DateTimeOffset by, IReadOnlyList<DateTimeOffset?> beside)
    {
        var search = new Attendance(request);
        return search.Best(search.DateAt(earliest), search.DateAt(by), search.DateAt(fell.Start), RuleOf(people), time => time.Start >= earliest && time.End <= by && !fell.Overlaps(time)
            && beside.All(other => other is not { } at || Math.Abs(search.DateAt(at).DayNumber - search.DateAt(time.Start).DayNumber) >= request.Plan.MinimumDaysAfterRebooking))?.Time;
    }

    private static AttendanceRule RuleOf(IReadOnlyList<DrawnPerson> people)
    {
        var roles = people.ToDictionary(person => person.Id, person => person.Person.Role);
        return new(null, present => Quorum.IsReached(roles.Values, [.. present.Select(person => roles[person])]));
    }
}
