using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>A session that a mail is about, with those who meet.</summary>
internal sealed record SessionMailModel(MeetingMailModel Meeting, Session Session)
{
    public MailContext MailContext => Meeting.MailContext;

    /// <summary>What the reader meant to try until this session; null: nothing, or somebody has seen it.</summary>
    public string? Tries { get; init; }

    private Localizer Localizer => MailContext.Localizer;

    private bool ReaderPresents => Meeting.Meeting.TurnOf(Session.Number)?.Presenter == MailContext.Participant.Id;

    public (string, string)[] Values =>
    [
        ("partner", Meeting.With), ("when", Localizer.When(Session.Time)), ("number", $"{Session.Number}"),
        ("sessions", $"{Meeting.Meeting.SessionsPlanned}"), ("leader", MailContext.Participant.Name),
        ("presenter", Meeting.Presenter(Meeting.Meeting.TurnOf(Session.Number))), ("topic", Meeting.TopicOf(Meeting.Meeting.TurnOf(Session.Number))),
    ];

    /// <summary>The texts' name.</summary>
    public string KeyFor(bool inCalendar) => MailContext.Mail.Kind switch
    {
        MailKind.SessionMoved when inCalendar => "SessionMoved.InCalendar",
        MailKind.SessionReminder when ReaderPresents => "SessionReminder.Presenter",
        var kind => $"{kind}",
    };

    public FactList TimeOnly() => new([When, .. WhyMoved]);

    /// <param name="place">Where it is, in words; null: a link says it, or the calendar.</param>
    public FactList Facts(MeetingPlace? place) => new(
    [
        When,
        .. WhyMoved,
        .. place is null ? Array.Empty<MailFact>() : [new(Localizer.Say("Fact.Where"), place.Words)],
        .. Meeting.IsPair ? OfPair() : OfCircle(),
        .. Tries is null ? Array.Empty<MailFact>() : [new(Localizer.Say("Fact.Tries"), Tries)],
    ]);

    /// <summary>Where a country has changed its clocks, that the hour is the same there, or can't be.</summary>
    private IEnumerable<MailFact> WhyMoved => Session is { Clock: { } clock } && (Session.ClockChanged || Session.HourTaken)
        ? [new(Localizer.Say("Fact.Why"), Localizer.Say(Session.HourTaken ? "Fact.HourTaken" : "Fact.ClockChanged", ("zone", clock.Zone.Replace('_', ' '))))]
        : [];

    private MailFact When => new(Localizer.Say("Fact.When"), Localizer.When(Session.Time));

    /// <summary>The partner's clock, where it shows another time, and what there is to talk about.</summary>
    private IEnumerable<MailFact> OfPair()
    {
        var there = Meeting.Others.First().ZoneAt(Session.Time.Start);
        if (there.OffsetAt(Session.Time.Start) != Localizer.Zone.OffsetAt(Session.Time.Start))
        {
            yield return new(Localizer.Say("Fact.ForPartner", ("partner", Meeting.With)), Localizer.When(Session.Time, there));
        }

        var (gets, brings) = Meeting.Exchange();
        if (gets.Concat(brings).Distinct().ToArray() is { Length: > 0 } topics)
        {
            yield return new(Localizer.Say("Fact.Topics"), Localizer.Titles(topics));
        }
    }

    private IEnumerable<MailFact> OfCircle()
    {
        if (Meeting.Meeting.TurnOf(Session.Number) is { } turn)
        {
            yield return new(Localizer.Say("Fact.Presents"), Meeting.Presents(turn));
        }

        yield return new(Localizer.Say("Fact.With"), Meeting.With);
    }
}
