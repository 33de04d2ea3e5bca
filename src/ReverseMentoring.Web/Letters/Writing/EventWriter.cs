using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A session's words in a calendar, in the mentee's language: one event has one text for both.</summary>
internal sealed class EventWriter(IStore store) : IEventWriter
{
    private const int MostTopics = 3;

    public async Task<EventText> Write(
        Cohort cohort, Pair pair, Session session, Person mentee, Person mentor, CancellationToken cancel)
    {
        var voice = new Voice(LetterWriter.Texts, ReaderLanguage.Of(mentee, cohort), mentee.ZoneAt(session.Time.Start));
        var list = await new TopicBook(store).Read(cohort, cancel);
        var topics = pair.Topics.Taught.Concat(pair.Topics.Returned).Select(met => met.Topic).Distinct().Take(MostTopics);
        return new(
            voice.Say("Calendar.Summary", ("name", NameOf(mentee, voice)), ("partner", NameOf(mentor, voice))),
            [voice.Say("Calendar.Event", ("cohort", cohort.Settings.Name)), .. Agenda.Of(voice, session.Number, pair.SessionsPlanned)],
            TopicTitles.Of(list, topics, voice.Culture));
    }

    public string Cancelled(Cohort cohort) =>
        LetterWriter.Texts.Of(ReaderLanguage.Of(cohort), "Calendar.Cancelled", ("cohort", cohort.Settings.Name));

    private static string NameOf(Person person, Voice voice) => person.Name.Length > 0 ? person.Name : voice.Say("YourPartner");
}
