using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>Reads them: the meeting and its people, a row each.</summary>
internal sealed class MeetingPageModels(IStore store, ParticipationService people, TopicRepository topics)
{
    /// <returns>Null where the visitor is not, or no longer, one of them.</returns>
    public async Task<MeetingPageModel?> ReadMeeting(LinkContext context, MeetingId id, CancellationToken cancel) =>
        await new MeetingRepository(store, context.Cohort.Id).Find(id, cancel) is { Value: var meeting } && meeting.Has(context.Person.Id)
            ? await ReadMeeting(context, meeting, cancel)
            : null;

    public async Task<MeetingPageModel> ReadMeeting(LinkContext context, Meeting meeting, CancellationToken cancel)
    {
        var members = await ReadPeople(context, meeting, cancel);
        var current = new List<string>();
        foreach (var ending in await new MeetingRepository(store, context.Cohort.Id).EndedFor(context.Person.Id, meeting, cancel))
        {
            current.Add(With(context, await ReadPeople(context, ending, cancel)));
        }

        return new(meeting, members, With(context, members), await topics.ReadTopics(context.Cohort, cancel), context) { Current = context.Localizer.Names(current) };
    }

    private static string With(LinkContext context, IReadOnlyList<Person> members) =>
        context.Localizer.Names([.. members.Where(member => member.Id != context.Person.Id).Select(member => MeetingPageModel.NameOf(member, context.Localizer))]);

    private async Task<IReadOnlyList<Person>> ReadPeople(LinkContext context, Meeting meeting, CancellationToken cancel)
    {
        var members = new List<Person>();
        foreach (var id in meeting.People)
        {
            if (await people.Find(context.Cohort.Id, id, cancel) is { } person)
            {
                members.Add(person);
            }
        }

        return members;
    }
}
