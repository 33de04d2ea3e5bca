using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A session's words in a calendar: one event has one text for all. A pair's is in the mentee's language, a circle's in the cohort's.</summary>
internal sealed class EventWriter(IStore store) : IEventWriter
{
    private const int MostTopics = 3;

    public async Task<EventText> Write(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var list = await new TopicBook(store).Read(cohort, cancel);
        return meeting.Kind is MeetingKind.Pair ? OfPair(cohort, meeting, session, people, list) : OfCircle(cohort, meeting, session, people, list);
    }

    private static EventText OfPair(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, TopicList list)
    {
        var (mentee, mentor) = (people[0], people[^1]);
        var voice = new Voice(LetterWriter.Texts, ReaderLanguage.Of(mentee, cohort), mentee.ZoneAt(session.Time.Start));
        return new(
            voice.Say("Calendar.Summary", ("name", NameOf(mentee, voice)), ("partner", NameOf(mentor, voice))),
            [voice.Say("Calendar.Event", ("cohort", cohort.Settings.Name)), .. Agenda.Of(voice, session.Number, meeting.SessionsPlanned)],
            TopicTitles.Of(list, meeting.Topics.Take(MostTopics), voice.Culture));
    }

    /// <summary>Who presents may change: that stands in our mails, and not in a text that nobody writes again.</summary>
    private static EventText OfCircle(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, TopicList list)
    {
        var voice = new Voice(LetterWriter.Texts, ReaderLanguage.Of(cohort), cohort.Zone);
        return new(
            voice.Say("Calendar.Circle", ("cohort", cohort.Settings.Name)),
            [
                voice.Say("Calendar.CircleEvent", ("cohort", cohort.Settings.Name), ("number", $"{session.Number}"), ("sessions", $"{meeting.SessionsPlanned}")),
                voice.Say("Calendar.CircleMembers", ("members", Voice.Titles(people.Select(person => NameOf(person, voice))))),
            ],
            TopicTitles.Of(list, meeting.Topics.Take(MostTopics), voice.Culture));
    }

    public string Cancelled(Cohort cohort) =>
        LetterWriter.Texts.Of(ReaderLanguage.Of(cohort), "Calendar.Cancelled", ("cohort", cohort.Settings.Name));

    private static string NameOf(Person person, Voice voice) => person.Name.Length > 0 ? person.Name : voice.Say("YourPartner");
}
