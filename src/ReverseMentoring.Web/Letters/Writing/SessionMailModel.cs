using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A session that a mail is about, with those who meet.</summary>
internal sealed record SessionMailModel(MeetingMailModel Meeting, Session Session)
{
    public Occasion Occasion => Meeting.Occasion;

    private Voice Voice => Occasion.Voice;

    private bool ReaderPresents => Meeting.Meeting.TurnOf(Session.Number)?.Presenter == Occasion.Participant.Id;

    public (string, string)[] Values =>
    [
        ("partner", Meeting.With), ("when", Voice.When(Session.Time)), ("number", $"{Session.Number}"),
        ("sessions", $"{Meeting.Meeting.SessionsPlanned}"), ("leader", Occasion.Participant.Name),
        ("presenter", Meeting.Presenter(Meeting.Meeting.TurnOf(Session.Number))), ("topic", Meeting.TopicOf(Meeting.Meeting.TurnOf(Session.Number))),
    ];

    /// <summary>The texts' name.</summary>
    public string KeyFor(bool inCalendar) => Occasion.Mail.Kind switch
    {
        MailKind.SessionMoved when inCalendar => "SessionMoved.InCalendar",
        MailKind.SessionReminder when ReaderPresents => "SessionReminder.Presenter",
        var kind => $"{kind}",
    };

    public FactList TimeOnly() => new([When]);

    public FactList Facts() => new([When, .. Meeting.IsPair ? OfPair() : OfCircle()]);

    private LetterFact When => new(Voice.Say("Fact.When"), Voice.When(Session.Time));

    /// <summary>The partner's clock, where it shows another time, and what there is to talk about.</summary>
    private IEnumerable<LetterFact> OfPair()
    {
        var there = Meeting.Others.First().ZoneAt(Session.Time.Start);
        if (there.OffsetAt(Session.Time.Start) != Voice.Zone.OffsetAt(Session.Time.Start))
        {
            yield return new(Voice.Say("Fact.ForPartner", ("partner", Meeting.With)), Voice.When(Session.Time, there));
        }

        var (gets, brings) = Meeting.Exchange();
        if (gets.Concat(brings).Distinct().ToArray() is { Length: > 0 } topics)
        {
            yield return new(Voice.Say("Fact.Topics"), Voice.Titles(topics));
        }
    }

    private IEnumerable<LetterFact> OfCircle()
    {
        if (Meeting.Meeting.TurnOf(Session.Number) is { } turn)
        {
            yield return new(Voice.Say("Fact.Presents"), Meeting.Presents(turn));
        }

        yield return new(Voice.Say("Fact.With"), Meeting.With);
    }
}
