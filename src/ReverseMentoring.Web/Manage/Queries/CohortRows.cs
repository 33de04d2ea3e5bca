using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>The rows of one cohort, by kind.</summary>
internal sealed class CohortRows(CohortQueries cohortQueries, CohortId cohort, CancellationToken cancel)
{
    /// <summary>By name.</summary>
    public Task<Snapshot<PersonLine>> People() => cohortQueries.Query(cohort, Rows.Person, PersonLine.FromRow, cancel, PersonLine.ByName);

    /// <summary>Of a pair or circle with somebody who is gone, what both had said isn't told, whether they left or were erased.</summary>
    public async Task<Snapshot<Meeting>> Meetings()
    {
        var (people, meetings) = (await People(), await AllMeetings());
        var gone = people.Items.Where(person => person.Gone).Select(person => person.Id).ToHashSet();
        return gone.Count == 0 ? meetings : meetings.Map(meeting => meeting.Without(gone.Contains));
    }

    private Task<Snapshot<Meeting>> AllMeetings() => cohortQueries.Query(cohort, Rows.Meeting, row => StoredJson.Parse<Meeting>(row.Body), cancel);

    public Task<Snapshot<Session>> Sessions() => cohortQueries.Query(cohort, Rows.Session, row => StoredJson.Parse<Session>(row.Body), cancel);

    /// <summary>How the cohort stands, counted from these.</summary>
    public async Task<CohortStanding> Standing(CycleState state) => new(
        state, (await People()).Items.Select(person => new CountedPerson(person.Id, person.Role, person.Active)), (await Meetings()).Items, (await Sessions()).Items);

    /// <param name="scope">A phase's name or a meeting's id.</param>
    public Task<Snapshot<QuestionLine>> Open(string scope) => cohortQueries.Query(cohort, AskId.AsksOf(scope), QuestionLine.OfAsk, cancel);

    public Task<Snapshot<QuestionLine>> Answered(string scope) => cohortQueries.Query(cohort, AskId.AnswersOf(scope), QuestionLine.OfAnswer, cancel);
}
