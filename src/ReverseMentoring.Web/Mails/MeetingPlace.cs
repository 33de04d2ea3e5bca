using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails;

/// <summary>
/// Where a session is: by what its people answered to "How would you like to meet?", by whether they live in one place, and by
/// what the company gives. Who would rather meet online is not asked to travel.
/// </summary>
/// <param name="Words">A room's name or an address; else how they would like to meet, to be agreed on. In the reader's words.</param>
/// <param name="Online">The company's own link; null: they don't meet there, or it gave none.</param>
internal sealed record MeetingPlace(string Words, Uri? Online)
{
    public static async Task<MeetingPlace> Of(IStore store, MeetingMailModel meeting, CancellationToken cancel)
    {
        var (cohort, localizer) = (meeting.MailContext.Cohort, meeting.MailContext.Localizer);
        var formats = new List<MeetingFormat>();
        foreach (var person in meeting.Members)
        {
            var ask = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person.Id);
            formats.Add((await store.Read<Answer<OffersAnswer>>(Rows.Partition(cohort.Id), ask.AnswerKey, cancel))?.Value.Value.Format ?? MeetingFormat.Either);
        }

        var format = formats.Contains(MeetingFormat.Remote) ? MeetingFormat.Remote
            : formats.Contains(MeetingFormat.InPerson) ? MeetingFormat.InPerson
            : MeetingFormat.Either;
        return Of(cohort.Settings.Calendar, cohort.Settings.Calendar.LinkOf(cohort.Id, meeting.Id), format, AreInOnePlace(meeting.Members), localizer);
    }

    private static MeetingPlace Of(CalendarRule rule, Uri? link, MeetingFormat format, bool inOnePlace, Localizer localizer) =>
        format is not MeetingFormat.Remote && inOnePlace && rule.Room is { Length: > 0 } room ? new(room, null)
        : link is not null && !(format is MeetingFormat.InPerson && inOnePlace) ? new(link.AbsoluteUri, link)
        : new(localizer.Say($"Place.{format}"), null);

    private static bool AreInOnePlace(IReadOnlyList<Person> people) =>
        people.Select(person => PlainText.Decomposed(person.Location ?? "").Trim().ToUpperInvariant()).Distinct().ToArray() is [{ Length: > 0 }];
}
