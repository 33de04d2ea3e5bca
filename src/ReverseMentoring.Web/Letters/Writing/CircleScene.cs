using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>The circle that a mail is about, as its reader sees it.</summary>
/// <param name="Members">Who is in it now, the reader among them.</param>
internal sealed record CircleScene(Circle Circle, IReadOnlyList<Person> Members, TopicList List, Occasion Occasion)
{
    private Voice Voice => Occasion.Voice;

    /// <summary>The names of the others.</summary>
    public string Others => Voice.Titles(Members.Where(member => member.Id != Occasion.Participant.Id).Select(NameOf));

    public IReadOnlyList<string> Topics => TopicTitles.Of(List, Circle.Topics, Voice.Culture);

    public static async Task<CircleScene?> Read(IStore store, Occasion occasion, CancellationToken cancel)
    {
        if (occasion.Mail.Pair is not { } id || await new CircleBook(store, occasion.Cohort.Id).Find(id, cancel) is not { Value: { } circle })
        {
            return null;
        }

        var members = new List<Person>();
        foreach (var member in circle.Members)
        {
            if (await store.Read<Person>(occasion.Partition, Core.Cohorts.Rows.Person + member.Person, cancel) is { } person)
            {
                members.Add(person.Value);
            }
        }

        return new(circle, members, await new TopicBook(store).Read(occasion.Cohort, cancel), occasion);
    }

    public Person? Presenter(int session) =>
        Circle.TurnOf(session) is { } turn ? Members.FirstOrDefault(member => member.Id == turn.Presenter) : null;

    public string NameOf(Person person) => person.Name.Length > 0 ? person.Name : Voice.Say("YourPartner");

    /// <summary>"Ana Cruz, Engineer, Research".</summary>
    public PointList MemberList() => new([.. Members.Select(member =>
        string.Join(", ", new[] { NameOf(member), member.JobTitle, member.Department }.Where(part => !string.IsNullOrWhiteSpace(part))))]);

    public PointList TopicList() => new(Topics.Count > 0 ? Topics : [Voice.Say("Circle.NoTopics")]);

    /// <summary>Who presents at the sessions that are still to come.</summary>
    /// <param name="from">The number of the first.</param>
    public PointList RotaList(int from = 1) => new([.. Circle.Rota.Where(turn => turn.Session >= from && turn.Session <= Circle.SessionsPlanned).Select(turn =>
        Voice.Say("Circle.Turn", ("number", $"{turn.Session}"), ("presents", Presents(turn))))]);

    /// <summary>"You: Cloud basics", or "Ana Cruz: …".</summary>
    public string Presents(RotaTurn turn)
    {
        var who = turn.Presenter == Occasion.Participant.Id ? Voice.Say("Circle.You")
            : Members.FirstOrDefault(member => member.Id == turn.Presenter) is { } member ? NameOf(member)
            : Voice.Say("YourPartner");
        return turn.Topic is { } topic ? $"{who}: {Title(topic)}" : who;
    }

    public string Title(string topic) => TopicTitles.Of(List, [topic], Voice.Culture) is [var title, ..] ? title : topic;
}
