using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>
/// Whom HR can lock into one circle: two who each have one. In a circle nobody is asked, so that whoever has said nothing comes into none; a lock that is
/// taken and never holds would name them.
/// </summary>
public sealed class CircleLocks(IStore store)
{
    /// <summary>The matching has found no circle for one of the two, whatever they have said.</summary>
    public const string NoCircle = "no-circle";

    /// <returns>Null: nothing stands against it, and always so in pairs.</returns>
    public async Task<string?> RuleAgainst(Cohort cohort, PersonId mentor, PersonId mentee, CancellationToken cancel = default)
    {
        if (!cohort.HasCircles)
        {
            return null;
        }

        var found = await new MeetingRepository(store, cohort.Id).All(MeetingKind.Circle, cancel).SelectMany(circle => circle.People.ToAsyncEnumerable()).ToHashSetAsync(cancellationToken: cancel);
        return found.Contains(mentor) && found.Contains(mentee) ? null : NoCircle;
    }
}
