using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>Something that needs a manager, in words.</summary>
/// <param name="What">What is the matter, and where to look.</param>
/// <param name="ToDo">What to do about it.</param>
/// <param name="About">The first of the pairs, circles or people that it is about, where there are several.</param>
[Tells(Told.Exception)]
public sealed record NeedLine(Link What, string ToDo, IReadOnlyList<Link> About);

internal static class NeedLines
{
    private const int MostNamed = 5;

    public static async Task<IReadOnlyList<NeedLine>> Of(CohortContext context, IReadOnlyList<Need> needs)
    {
        if (needs.Count == 0)
        {
            return [];
        }

        var (texts, people, meetings) = (new NeedTexts(context.Cohort, context.Localizer), await context.Rows.People(), await context.Rows.Meetings());
        return
        [
            .. needs.Select(need => new NeedLine(
                new(texts.What(need), context.Address(NeedAddresses.PlaceOf(need))), texts.ToDo(need),
                [
                    .. need.Meetings.Take(MostNamed).Select(id => meetings.Find(id)).OfType<Core.Meetings.Records.Meeting>()
                        .Select(meeting => new Link(MeetingTexts.Title(context, people, meeting), context.Address($"{ManagerRoutes.Pairs}/{meeting.Id}"))),
                    .. need.People.Take(MostNamed).Select(id => people.Find(id)).OfType<Queries.PersonLine>()
                        .Select(person => new Link(person.Name, context.Address($"{ManagerRoutes.People}/{person.Id}"))),
                ])),
        ];
    }
}
