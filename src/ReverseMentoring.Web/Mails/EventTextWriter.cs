using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails;

/// <summary>A session's words in a calendar: one event has one text for all. A pair's is in the mentee's language, a circle's in the cohort's.</summary>
internal sealed class EventTextWriter(IStore store) : IEventWriter
{
    private const int MostTopics = 3;

    public async Task<EventText> Write(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var list = await new TopicRepository(store).ReadTopics(cohort, cancel);
        return meeting.Kind is MeetingKind.Pair ? OfPair(cohort, meeting, session, people, list) : OfCircle(cohort, meeting, session, people);
    }

    private static EventText OfPair(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, TopicList list)
    {
        var (mentee, mentor) = (people[0], people[^1]);
        var localizer = new Localizer(MailRenderer.Texts, ReaderLanguage.LanguageOf(mentee, cohort), mentee.ZoneAt(session.Time.Start));
        return new(
            localizer.Say("Calendar.Summary", ("name", NameOf(mentee, localizer)), ("partner", NameOf(mentor, localizer))),
            [localizer.Say("Calendar.Event", ("cohort", cohort.Settings.Name)), .. Agenda.PointsFor(localizer, session.Number, meeting.SessionsPlanned)],
            TopicTitles.Translate(list, meeting.About.Take(MostTopics), localizer.Culture));
    }

    /// <summary>Who presents, and so what, may change: that stands in our mails, and not in a text that nobody writes again.</summary>
    private static EventText OfCircle(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people)
    {
        var localizer = new Localizer(MailRenderer.Texts, ReaderLanguage.LanguageOf(cohort), cohort.Zone);
        return new(
            localizer.Say("Calendar.Circle", ("cohort", cohort.Settings.Name)),
            [
                localizer.Say("Calendar.CircleEvent", ("cohort", cohort.Settings.Name), ("number", $"{session.Number}"), ("sessions", $"{meeting.SessionsPlanned}")),
                localizer.Say("Calendar.CircleMembers", ("members", localizer.Names([.. people.Select(person => NameOf(person, localizer))]))),
            ],
            []);
    }

    public string Cancelled(Cohort cohort) =>
        MailRenderer.Texts.Text(ReaderLanguage.LanguageOf(cohort), "Calendar.Cancelled", ("cohort", cohort.Settings.Name));

    private static string NameOf(Person person, Localizer localizer) => person.Name.Length > 0 ? person.Name : localizer.Say("YourPartner");
}
