using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Manage.Reading;

/// <summary>The rows of one cohort, by kind.</summary>
internal sealed class CohortRows(Readings readings, string cohort, CancellationToken cancel)
{
    /// <summary>By name.</summary>
    public Task<Snapshot<PersonLine>> People() => readings.Of(cohort, Rows.Person, PersonLine.Of, cancel, PersonLine.ByName);

    public Task<Snapshot<Meeting>> Meetings() => readings.Of(cohort, Rows.Meeting, row => Documents.Parse<Meeting>(row.Body), cancel);

    public Task<Snapshot<Session>> Sessions() => readings.Of(cohort, Rows.Session, row => Documents.Parse<Session>(row.Body), cancel);

    public Task<Snapshot<MailLine>> Mails() => readings.Of(cohort, Rows.Mail, MailLine.Of, cancel);

    /// <param name="scope">A phase's name or a meeting's id.</param>
    public Task<Snapshot<QuestionLine>> Open(string scope) => readings.Of(cohort, AskId.AsksOf(scope), QuestionLine.OfAsk, cancel);

    public Task<Snapshot<QuestionLine>> Answered(string scope) => readings.Of(cohort, AskId.AnswersOf(scope), QuestionLine.OfAnswer, cancel);
}
