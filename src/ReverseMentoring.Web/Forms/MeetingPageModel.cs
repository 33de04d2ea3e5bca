using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>The pair or circle that a page is about, as the visitor may see it.</summary>
/// <param name="People">All of them, the visitor too.</param>
/// <param name="With">The partner's name, or the names of the others.</param>
public sealed record MeetingPageModel(Meeting Meeting, IReadOnlyList<Person> People, string With, TopicList List, LinkContext Context)
{
    /// <summary>So many topics say what it is about.</summary>
    private const int Most = 3;

    public MeetingId Id => Meeting.Id;

    /// <summary>The name of whom the visitor is in a pair with that ends if this one, which is proposed, comes about; empty where none does.</summary>
    public string Current { get; init; } = "";

    public bool IsPair => Meeting.Kind is MeetingKind.Pair;

    public bool IsMentor => Meeting.Mentor == Context.Person.Id;

    public IEnumerable<Person> Others => People.Where(person => person.Id != Context.Person.Id);

    /// <summary>Of a pair, the other one.</summary>
    public Person Partner => Others.First();

    /// <summary>What somebody does, and where.</summary>
    public static string? About(Person person) => string.Join(", ", new[] { person.JobTitle, person.Department, person.Location }
        .Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } about ? about : null;

    /// <summary>Topics that the partner would bring, the most wanted first.</summary>
    public IReadOnlyList<string> Gets => Titles((IsMentor ? Meeting.Exchange.Returned : Meeting.Exchange.Taught).Select(met => met.Topic).Take(Most));

    /// <summary>Topics that the partner asked for.</summary>
    public IReadOnlyList<string> Brings => Titles((IsMentor ? Meeting.Exchange.Taught : Meeting.Exchange.Returned).Select(met => met.Topic).Take(Most));

    public IReadOnlyList<string> Topics => Titles(Meeting.About);

    public string NameOf(Person person) => NameOf(person, Context.Localizer);

    /// <summary>"your partner" where the name is erased.</summary>
    internal static string NameOf(Person? person, Localizer localizer) => person is { Name.Length: > 0 } ? person.Name : localizer.Say("YourPartner");

    /// <summary>Who presents at a session and about what; null where nobody is named.</summary>
    public string? Presents(int session)
    {
        if (Meeting.TurnOf(session) is not { } turn)
        {
            return null;
        }

        var topic = turn.Topic is { } id && Titles([id]) is [var title, ..] ? title : Context.Localizer.Say("MyCircle.OwnTopic");
        return turn.Presenter == Context.Person.Id
            ? Context.Localizer.Say("MyCircle.YouPresent", ("topic", topic))
            : Context.Localizer.Say(
                "MyCircle.Presents", ("topic", topic), ("presenter", NameOf(People.FirstOrDefault(member => member.Id == turn.Presenter), Context.Localizer)));
    }

    private IReadOnlyList<string> Titles(IEnumerable<TopicId> topics) => TopicTitles.Translate(List, topics, Context.Culture);
}
