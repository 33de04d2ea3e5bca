using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Forms;

/// <summary>Those whom a form is about, whether a pair or a circle.</summary>
/// <param name="With">The partner's name, or the names of the others.</param>
public sealed record MeetingGround(string Id, string With);

/// <summary>A circle that a visitor is in.</summary>
/// <param name="Members">All of them, the visitor too, with what each does.</param>
/// <param name="Topics">As they are called in the visitor's language.</param>
public sealed record CircleGround(Circle Circle, IReadOnlyList<Person> Members, IReadOnlyList<string> Topics, TopicList List)
{
    public IEnumerable<Person> Others(Visit visit) => Members.Where(member => member.Id != visit.Person.Id);

    public static string NameOf(Visit visit, Person person) => person.Name.Length > 0 ? person.Name : visit.Voice.Say("YourPartner");

    /// <summary>Who presents at a session and about what; null where nobody is named.</summary>
    public string? Presents(Visit visit, int session)
    {
        if (Circle.TurnOf(session) is not { } turn)
        {
            return null;
        }

        var topic = turn.Topic is { } id && TopicTitles.Of(List, [id], visit.Culture) is [var title, ..] ? title : visit.Voice.Say("MyCircle.OwnTopic");
        return turn.Presenter == visit.Person.Id
            ? visit.Voice.Say("MyCircle.YouPresent", ("topic", topic))
            : visit.Voice.Say(
                "MyCircle.Presents", ("topic", topic),
                ("presenter", Members.FirstOrDefault(member => member.Id == turn.Presenter) is { } member ? NameOf(visit, member) : visit.Voice.Say("YourPartner")));
    }
}

/// <summary>Reads them.</summary>
internal sealed class MeetingGrounds(PairGrounds pairs, ParticipationDesk people, TopicBook topics, IStore store)
{
    /// <returns>Null where the visitor is not, or no longer, one of them.</returns>
    public async Task<MeetingGround?> Read(Visit visit, string id, CancellationToken cancel) =>
        Circle.IsId(id)
            ? await OfCircle(visit, id, cancel) is { } circle
                ? new(id, Voice.Titles(circle.Others(visit).Select(member => CircleGround.NameOf(visit, member))))
                : null
            : await pairs.Read(visit, id, cancel) is { } pair ? new(id, pair.PartnerName) : null;

    public async Task<CircleGround?> OfCircle(Visit visit, string id, CancellationToken cancel)
    {
        if (await new CircleBook(store, visit.Cohort.Id).Find(id, cancel) is not { Value: { } circle } || !circle.Has(visit.Person.Id))
        {
            return null;
        }

        var members = new List<Person>();
        foreach (var member in circle.Members)
        {
            if (await people.Find(visit.Cohort.Id, member.Person, cancel) is { } person)
            {
                members.Add(person);
            }
        }

        var list = await topics.Read(visit.Cohort, cancel);
        return new(circle, members, TopicTitles.Of(list, circle.Topics, visit.Culture), list);
    }
}
