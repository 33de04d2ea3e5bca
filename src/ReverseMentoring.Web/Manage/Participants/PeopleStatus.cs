using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>What is asked of people just now and with whom they are paired: looked up for those on the page, not worked out for all.</summary>
/// <param name="Prefix">What stands before a person's id in the keys of the phase's questions.</param>
/// <param name="Open">Questions of the phase by the rest of their keys.</param>
/// <param name="Answered">Answers, the same.</param>
/// <param name="Partners">How many each has, in pairs or in circles; null before anybody is paired.</param>
internal sealed record PeopleStatus(string Prefix, Snapshot<QuestionLine> Open, Snapshot<QuestionLine> Answered, Lazy<IReadOnlyDictionary<PersonId, int>>? Partners)
{
    public static async Task<PeopleStatus> ReadStatus(CohortContext context)
    {
        var phase = context.State.Phase;
        var meetings = context.HasReached(PhaseNames.Matching) ? await context.Rows.Meetings() : null;
        // Where nothing is asked of all, no question has such a key.
        var prefix = AskId.InPhases(new("")).Where(ask => ask.Scope == phase).Select(ask => ask.AskKey[AskId.AsksOf(phase).Length..]).SingleOrDefault() ?? "";
        return new(
            prefix, await context.Rows.Open(phase), await context.Rows.Answered(phase),
            meetings is null ? null : new(() => Count(meetings)))
        {
            IsSurvey = FormCatalogue.OfPhases.Any(asked => asked.Phase == phase && asked.Form.Declaration().IsSurvey),
        };
    }

    /// <summary>Of a survey nobody is told who has answered it.</summary>
    public bool IsSurvey { get; init; }

    public ParticipantStatus StandingOf(PersonLine person) => Standing(person) is var standing && IsSurvey && standing is ParticipantStatus.Asked or ParticipantStatus.Answered
        ? ParticipantStatus.Surveyed
        : standing;

    private ParticipantStatus Standing(PersonLine person) =>
        !person.Active ? ParticipantStatus.Left
        : Answered.Items.Count > 0 && Answered.ByKey.ContainsKey(Prefix + person.Id) ? ParticipantStatus.Answered
        : Open.Items.Count == 0 || !Open.ByKey.TryGetValue(Prefix + person.Id, out var asked) ? ParticipantStatus.NotAsked
        : asked.SentAt is null ? ParticipantStatus.Waiting : ParticipantStatus.Asked;

    public int PartnersOf(PersonLine person) => Partners?.Value.GetValueOrDefault(person.Id) ?? 0;

    private static Dictionary<PersonId, int> Count(Snapshot<Meeting> meetings) => meetings.Items
        .Where(meeting => meeting.Status is not (MeetingStatus.Declined or MeetingStatus.Ended))
        .SelectMany(meeting => meeting.People.Select(person => KeyValuePair.Create(person, meeting.Members.Count - 1)))
        .AggregateBy(one => one.Key, 0, (count, one) => count + one.Value).ToDictionary();
}
