using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Acts;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using Person = ReverseMentoring.Core.Programme.Person;

namespace ReverseMentoring.Web.Manage.Participants;

/// <param name="Partner">The other one of the two.</param>
public sealed record PartnerRow(Meeting Pair, PersonLine? Partner);

/// <summary>One person: what was asked and whether it was answered, never what.</summary>
public sealed record PersonViewModel(
    CohortContext Context, Person Person, PersonLine Line, IReadOnlyList<Web.DesignSystem.Display.Moment> Questions, IReadOnlyList<PartnerRow> Pairs,
    IReadOnlyList<MailLine> FailedMails)
{
    public bool CanSendAgain => Person.IsActive && !Context.IsOver;

    /// <summary>There is still something to pause from.</summary>
    public bool CanPause => CanSendAgain && Context.State.Phase is not PhaseNames.Retention;

    public IReadOnlyList<Meeting> Circles { get; init; } = [];

    public required Snapshot<PersonLine> People { get; init; }

    public required PersonState State { get; init; }

    /// <summary>What taking out, with and without a mail, or bringing back would do; null: that is not possible.</summary>
    public PreviewModel? TakeOut { get; init; }

    public PreviewModel? TakeOutSilently { get; init; }

    public PreviewModel? BringBack { get; init; }

    /// <summary>There are pairs to be proposed.</summary>
    public bool CanPropose => CanSendAgain && !Context.Cohort.HasCircles && Context.State is { Phase: PhaseNames.Sessions, Status: CycleStatus.Running };
}

internal sealed class PersonPage(IStore store, ActPreviews previews)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<PersonPage>(
        routes => routes.MapGet($"/{ManagerRoutes.People}/{{person}}", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, person))));

    public async Task<FormResult> Show(CohortContext context, PersonId id)
    {
        var partition = Rows.Partition(context.Cohort.Id);
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        if (!PersonIds.IsOne(id.Value) || await store.Read(partition, Rows.Person + id, context.Cancel) is not { } row)
        {
            return ErrorPages.NotFound(context);
        }

        var person = StoredJson.Parse<Person>(row.Body);
        var meetings = context.HasReached(PhaseNames.Matching) ? (await context.Rows.Meetings()).Items.Where(meeting => meeting.Has(id)).ToArray() : [];
        var people = await context.Rows.People();
        var questions = new List<QuestionLine>();
        var answered = new HashSet<AskId>();
        foreach (var key in AskId.InPhases(id))
        {
            if (await store.Read(partition, key.AnswerKey, context.Cancel) is { } answer)
            {
                questions.Add(QuestionLine.OfAnswer(answer));
                answered.Add(key);
            }
            else if (await store.Read(partition, key.AskKey, context.Cancel) is { } ask)
            {
                questions.Add(QuestionLine.OfAsk(ask));
            }
        }

        foreach (var meeting in meetings.Select(meeting => meeting.Id))
        {
            await foreach (var answer in store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(meeting.Value)), context.Cancel))
            {
                questions.Add(QuestionLine.OfAnswer(answer));
                answered.Add(questions[^1].Id);
            }

            await foreach (var ask in store.Query(partition, KeyRange.Prefix(AskId.AsksOf(meeting.Value)), context.Cancel))
            {
                questions.Add(QuestionLine.OfAsk(ask));
            }
        }

        return FormResult.ForPage<PersonView>(new PersonViewModel(
            context, person, PersonLine.FromRow(row),
            [.. questions.Where(question => question.Id.Person == id && IsOpenTo(question.Id.Form))
                .OrderBy(question => question.SentAt ?? DateTimeOffset.MaxValue).Select(question => MomentOf(context, question, answered.Contains(question.Id)))],
            [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Pair).OrderByDescending(pair => pair.Round)
                .Select(pair => new PartnerRow(pair, people.Find(pair.Others(id).First())))],
            [.. (await context.Rows.Mails()).Items.Where(mail => mail.Person == id && mail.HasFailed)])
        {
            Circles = [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Circle)],
            People = people,
            State = (await context.ReadStanding()).StateOf(id),
            TakeOut = await Possible(context, await previews.TakeOut(context.Standing, person, tell: true, context.Cancel)),
            TakeOutSilently = await Possible(context, await previews.TakeOut(context.Standing, person, tell: false, context.Cancel)),
            BringBack = await Possible(context, ActPreviews.BringBack(context.Standing, person)),
        });
    }

    private static async Task<PreviewModel?> Possible(CohortContext context, ActPreview preview) =>
        preview.Refused is null ? await PreviewModel.Create(context, preview) : null;

    /// <summary>
    /// Who accepted or declined, and who wished to go on or to part, is between the two; that the pair was formed, or ended, is shown.
    /// Who answered a survey is told to nobody.
    /// </summary>
    private static bool IsOpenTo(FormKind form) => form is not (FormKind.Confirmation or FormKind.Cadence) && !form.Declaration().IsSurvey;

    private static Web.DesignSystem.Display.Moment MomentOf(CohortContext context, QuestionLine question, bool answered)
    {
        var what = question.Id.Number > 0
            ? context.Say("Person.FormNumber", ("form", context.Say($"Form.{question.Id.Form}")), ("number", context.Number(question.Id.Number)))
            : context.Say($"Form.{question.Id.Form}");
        return new(
            question.SentAt is { } at ? context.Localizer.Day(at) : context.Say("Person.NotSent"), what,
            context.Say(answered ? "Person.Answered" : question.SentAt is null ? "Person.Queued" : "Person.Open"),
            answered ? StepState.Done : question.SentAt is null ? StepState.Coming : StepState.Now,
            question.SentAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
