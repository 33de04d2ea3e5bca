using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Forms;

/// <summary>Reads them: the meeting and its people, a row each.</summary>
internal sealed class MeetingPageModels(IStore store, ParticipationDesk people, TopicBook topics)
{
    /// <returns>Null where the visitor is not, or no longer, one of them.</returns>
    public async Task<MeetingPageModel?> Read(Visit visit, string id, CancellationToken cancel) =>
        await new MeetingRepository(store, visit.Cohort.Id).Find(id, cancel) is { Value: var meeting } && meeting.Has(visit.Person.Id)
            ? await Read(visit, meeting, cancel)
            : null;

    public async Task<MeetingPageModel> Read(Visit visit, Meeting meeting, CancellationToken cancel)
    {
        var members = new List<Person>();
        foreach (var id in meeting.People)
        {
            if (await people.Find(visit.Cohort.Id, id, cancel) is { } person)
            {
                members.Add(person);
            }
        }

        var with = Voice.Titles(members.Where(member => member.Id != visit.Person.Id).Select(member => MeetingPageModel.NameOf(member, visit.Voice)));
        return new(meeting, members, with, await topics.Read(visit.Cohort, cancel), visit);
    }
}
