using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>What is asked of people just now and with whom they are paired: looked up for those on the page, not worked out for all.</summary>
/// <param name="Prefix">What stands before a person's id in the keys of the phase's questions.</param>
/// <param name="Open">Questions of the phase by the rest of their keys.</param>
/// <param name="Answered">Answers, the same.</param>
/// <param name="Partners">How many each has, in pairs or in circles; null before anybody is paired.</param>
internal sealed record About(string Prefix, Snapshot<QuestionLine> Open, Snapshot<QuestionLine> Answered, Lazy<IReadOnlyDictionary<string, int>>? Partners)
{
    public static async Task<About> Read(DeskAtCohort desk)
    {
        var phase = desk.State.Phase;
        var meetings = desk.HasReached(PhaseNames.Matching) ? await desk.Rows.Meetings() : null;
        var form = phase switch
        {
            PhaseNames.CallForTopics => FormKind.Topics,
            PhaseNames.OffersAndWishes => FormKind.Offers,
            _ => FormKind.Feedback,
        };
        return new(
            new AskId(phase, form, 0, "").AskKey[AskId.AsksOf(phase).Length..], await desk.Rows.Open(phase), await desk.Rows.Answered(phase),
            meetings is null ? null : new(() => Count(meetings)));
    }

    public Standing StandingOf(PersonLine person) =>
        !person.Active ? Standing.Left
        : Answered.Items.Count > 0 && Answered.ByKey.ContainsKey(Prefix + person.Id) ? Standing.Answered
        : Open.Items.Count == 0 || !Open.ByKey.TryGetValue(Prefix + person.Id, out var asked) ? Standing.NotAsked
        : asked.SentAt is null ? Standing.Waiting : Standing.Asked;

    public int PartnersOf(PersonLine person) => Partners?.Value.GetValueOrDefault(person.Id) ?? 0;

    private static Dictionary<string, int> Count(Snapshot<Meeting> meetings) => meetings.Items
        .Where(meeting => meeting.Status is not (MeetingStatus.Declined or MeetingStatus.Ended))
        .SelectMany(meeting => meeting.People.Select(person => KeyValuePair.Create(person, meeting.Members.Count - 1)))
        .AggregateBy(one => one.Key, 0, (count, one) => count + one.Value).ToDictionary(StringComparer.Ordinal);
}
