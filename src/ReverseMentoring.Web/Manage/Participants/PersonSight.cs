using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Signs;
using Person = ReverseMentoring.Core.People.Person;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Participants;

/// <param name="Partner">The other one of the two.</param>
public sealed record PartnerRow(Meeting Pair, PersonLine? Partner);

/// <summary>One person: what was asked and whether it was answered, never what.</summary>
public sealed record PersonSight(
    DeskAtCohort Desk, Person Person, PersonLine Line, IReadOnlyList<Look.Signs.Moment> Questions, IReadOnlyList<PartnerRow> Pairs,
    IReadOnlyList<MailLine> FailedMails)
{
    public bool CanSendAgain => Person.IsActive && !PersonPost.IsOver(Desk);

    /// <summary>There is still something to pause from.</summary>
    public bool CanPause => CanSendAgain && Desk.State.Phase is not PhaseNames.Retention;

    public IReadOnlyList<Meeting> Circles { get; init; } = [];

    public required Snapshot<PersonLine> People { get; init; }
}

internal sealed class PersonPage(IStore store)
{
    /// <summary>What everybody is asked, by phase.</summary>
    private static readonly (string Phase, FormKind Form)[] Asked =
    [
        (PhaseNames.CallForTopics, FormKind.Topics), (PhaseNames.OffersAndWishes, FormKind.Offers), (PhaseNames.Feedback, FormKind.Feedback),
    ];

    public static bool IsId(string id) => id.Length is > 0 and <= Core.Names.Longest && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    public async Task<Outcome> Show(DeskAtCohort desk, string id)
    {
        var partition = Rows.Partition(desk.Cohort.Id);
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        if (!IsId(id) || await store.Read(partition, Rows.Person + id, desk.Cancel) is not { } row)
        {
            return Trouble.NotFound(desk);
        }

        var meetings = desk.HasReached(PhaseNames.Matching) ? (await desk.Rows.Meetings()).Items.Where(meeting => meeting.Has(id)).ToArray() : [];
        var people = await desk.Rows.People();
        var questions = new List<QuestionLine>();
        var answered = new HashSet<AskId>();
        foreach (var key in Asked.Select(asked => new AskId(asked.Phase, asked.Form, 0, id)))
        {
            if (await store.Read(partition, key.AnswerKey, desk.Cancel) is { } answer)
            {
                questions.Add(QuestionLine.OfAnswer(answer));
                answered.Add(key);
            }
            else if (await store.Read(partition, key.AskKey, desk.Cancel) is { } ask)
            {
                questions.Add(QuestionLine.OfAsk(ask));
            }
        }

        foreach (var meeting in meetings.Select(meeting => meeting.Id))
        {
            await foreach (var answer in store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(meeting)), desk.Cancel))
            {
                questions.Add(QuestionLine.OfAnswer(answer));
                answered.Add(questions[^1].Id);
            }

            await foreach (var ask in store.Query(partition, KeyRange.Prefix(AskId.AsksOf(meeting)), desk.Cancel))
            {
                questions.Add(QuestionLine.OfAsk(ask));
            }
        }

        return Outcome.Of<PersonView>(new PersonSight(
            desk, Documents.Parse<Person>(row.Body), PersonLine.Of(row),
            [.. questions.Where(question => question.Id.Person == id && IsOpenTo(question.Id.Form))
                .OrderBy(question => question.SentAt ?? DateTimeOffset.MaxValue).Select(question => MomentOf(desk, question, answered.Contains(question.Id)))],
            [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Pair).OrderByDescending(pair => pair.Round)
                .Select(pair => new PartnerRow(pair, people.ByKey.GetValueOrDefault(pair.Others(id).First())))],
            [.. (await desk.Rows.Mails()).Items.Where(mail => mail.Person == id && mail.IsTrouble)])
        {
            Circles = [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Circle)],
            People = people,
        });
    }

    /// <summary>Who accepted or declined, and who wished to go on or to part, is between the two; that the pair was formed, or ended, is shown.</summary>
    private static bool IsOpenTo(FormKind form) => form is not (FormKind.Confirmation or FormKind.Rhythm);

    private static Look.Signs.Moment MomentOf(DeskAtCohort desk, QuestionLine question, bool answered)
    {
        var what = question.Id.Number > 0
            ? desk.Say("Person.FormNumber", ("form", desk.Say($"Form.{question.Id.Form}")), ("number", desk.Number(question.Id.Number)))
            : desk.Say($"Form.{question.Id.Form}");
        return new(
            question.SentAt is { } at ? desk.Voice.Day(at) : desk.Say("Person.NotSent"), what,
            desk.Say(answered ? "Person.Answered" : question.SentAt is null ? "Person.Queued" : "Person.Open"),
            answered ? StepState.Done : question.SentAt is null ? StepState.Coming : StepState.Now,
            question.SentAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
