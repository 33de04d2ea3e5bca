using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>The pair or circle that a mail is about, as its reader sees it.</summary>
/// <param name="Members">Who is in it now, the reader among them.</param>
internal sealed record MeetingMailModel(Meeting Meeting, IReadOnlyList<Person> Members, TopicList List, MailContext MailContext)
{
    /// <summary>So many topics say what a pair is about.</summary>
    private const int Most = 3;

    private Localizer Localizer => MailContext.Localizer;

    public MeetingId Id => Meeting.Id;

    public bool IsPair => Meeting.Kind is MeetingKind.Pair;

    public bool IsReaderIn => Meeting.Has(MailContext.Participant.Id);

    public IEnumerable<Person> Others => Members.Where(member => member.Id != MailContext.Participant.Id);

    /// <summary>The partner's name, or the names of the others.</summary>
    public string With => Localizer.Names([.. Others.Select(NameOf)]);

    /// <summary>
    /// Somebody in it was taken out without a mail, who may have died: words that speak lightly of why people come and go are out of place, and
    /// those that are said instead name no reason either.
    /// </summary>
    public async Task<bool> HasQuietLeaver(IStore store, CancellationToken cancel)
    {
        foreach (var id in Meeting.Former)
        {
            if (await store.Read<Person>(MailContext.Partition, Rows.Person + id, cancel) is { Value.IsUnwritten: true })
            {
                return true;
            }
        }

        return Members.Any(member => member.IsUnwritten);
    }

    public static async Task<MeetingMailModel?> Load(IStore store, MailContext context, CancellationToken cancel) =>
        context.Mail.Meeting is { } id ? await Load(store, context, id, cancel) : null;

    public static async Task<MeetingMailModel?> Load(IStore store, MailContext context, MeetingId id, CancellationToken cancel)
    {
        if (await new MeetingRepository(store, context.Cohort.Id).Find(id, cancel) is not { Value: { } meeting })
        {
            return null;
        }

        var members = new List<Person>();
        foreach (var member in meeting.People)
        {
            if (await store.Read<Person>(context.Partition, Rows.Person + member, cancel) is { } person)
            {
                members.Add(person.Value);
            }
        }

        return new(meeting, members, await new TopicRepository(store).ReadTopics(context.Cohort, cancel), context);
    }

    /// <summary>"your partner" where the name is erased.</summary>
    public string NameOf(Person? person) => person is { Name.Length: > 0 } ? person.Name : Localizer.Say("YourPartner");

    /// <summary>Of a pair, what the reader would get from the partner, and what the partner would get from the reader.</summary>
    public (IReadOnlyList<string> Gets, IReadOnlyList<string> Brings) Exchange()
    {
        var (taught, returned) = (Meeting.Exchange.Taught, Meeting.Exchange.Returned);
        var (gets, brings) = MailContext.Participant.Id == Meeting.Mentee ? (taught, returned) : (returned, taught);
        return (Titles(gets.Select(met => met.Topic).Take(Most)), Titles(brings.Select(met => met.Topic).Take(Most)));
    }

    /// <summary>"Ana Cruz, Engineer, Research".</summary>
    public PointList MemberList() => new([.. Members.Select(member =>
        string.Join(", ", new[] { NameOf(member), member.JobTitle, member.Department }.Where(part => !string.IsNullOrWhiteSpace(part))))]);

    /// <summary>Who presents at the sessions that are still to come.</summary>
    /// <param name="from">The number of the first.</param>
    public PointList RotaList(int from) => new([.. Meeting.Rota.Where(turn => turn.Session >= from && turn.Session <= Meeting.SessionsPlanned).Select(turn =>
        Localizer.Say("Circle.Turn", ("number", $"{turn.Session}"), ("presents", Presents(turn))))]);

    /// <summary>"You – Cloud basics", or "Ana Cruz – …".</summary>
    public string Presents(RotaTurn turn)
    {
        var who = turn.Presenter == MailContext.Participant.Id ? Localizer.Say("Circle.You") : Presenter(turn);
        return turn.Topic is { } topic ? $"{who} – {Title(topic)}" : who;
    }

    public string Presenter(RotaTurn? turn) => NameOf(Members.FirstOrDefault(member => member.Id == turn?.Presenter));

    public string TopicOf(RotaTurn? turn) => turn?.Topic is { } topic ? Title(topic) : Localizer.Say("Circle.OwnTopic");

    private string Title(TopicId topic) => Titles([topic]) is [var title, ..] ? title : topic.Value;

    private IReadOnlyList<string> Titles(IEnumerable<TopicId> topics) => TopicTitles.Translate(List, topics, Localizer.Culture);
}
