using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>For whom the matching has found somebody: so they have answered, as everybody at the review sees.</summary>
internal static class FoundPeople
{
    /// <summary>Not those whom a manager alone has brought together with somebody.</summary>
    public static async Task<IReadOnlySet<PersonId>> ReadFound(this CohortContext context) =>
        (await context.Rows.Meetings()).Items.Where(meeting => !meeting.IsByManager).SelectMany(meeting => meeting.People).ToHashSet();
}
