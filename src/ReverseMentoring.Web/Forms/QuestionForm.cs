using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form that asks something and keeps the answer: can be sent again for as long as the answer counts.</summary>
/// <typeparam name="TAnswer">What is kept.</typeparam>
/// <typeparam name="TModel">What the page shows beside the fields.</typeparam>
internal abstract class QuestionForm<TAnswer, TModel>(AnswerService answers, OwnAddressService? own = null) : IForm
    where TAnswer : class
    where TModel : class
{
    public abstract FormKind Kind { get; }

    public abstract IReadOnlyList<Question> Questions { get; }

    /// <summary>It may be the first that somebody is asked: what happens with their data is told before.</summary>
    protected virtual bool ComesFirst => false;

    /// <summary>The version of the ground rules that it asks to keep to; null: it doesn't ask.</summary>
    protected virtual string? RulesOf(TModel model) => null;

    /// <summary>What becomes of an earlier answer where the link alone is known.</summary>
    protected virtual EarlierAnswer Earlier => EarlierAnswer.Shown;

    /// <summary>The page's component.</summary>
    protected abstract Type Page { get; }

    /// <returns>Null where there is nothing to ask about any more.</returns>
    protected abstract Task<TModel?> LoadModel(LinkContext context, CancellationToken cancel);

    /// <summary>The same, knowing what was answered before.</summary>
    protected virtual TModel Knowing(TModel ground, TAnswer? earlier) => ground;

    /// <summary>The same, as it is shown when what was sent has come back.</summary>
    protected virtual TModel Returning(TModel ground, Fields fields) => ground;

    /// <summary>What the page of thanks is to go by; null: it says the same whatever was answered.</summary>
    protected virtual string? ThankedFor(TAnswer answer) => null;

    /// <summary>An answer as the fields that it came from.</summary>
    protected abstract IEnumerable<KeyValuePair<string, StringValues>> Fill(TAnswer answer, TModel ground);

    /// <summary>Reads and checks the fields; what is wrong is gathered there.</summary>
    /// <returns>The answer; null where something it needs is missing, or is asked on the form's next page.</returns>
    protected abstract TAnswer? ReadAnswer(Fields fields, LinkContext context, TModel ground, TAnswer? earlier);

    /// <summary>Keeps what has rows of its own, before the answer: who is stopped between the two sends the form again, and the same is kept once.</summary>
    protected virtual Task KeepBeside(LinkContext context, Fields fields, TModel ground, TAnswer answer, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What an answer asks for that is to be had by way of the person's own address only; null: it is kept as it is.</summary>
    protected virtual Task<FormResult?> AskByMail(LinkContext context, TAnswer answer, CancellationToken cancel) => Task.FromResult<FormResult?>(null);

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel)
    {
        var (standing, answer, ask) = await answers.FindAnswer<TAnswer>(context.Cohort.Id, context.Link.Ask, cancel);
        if (standing is FormStanding.Over || await LoadModel(context, cancel) is not { } ground)
        {
            return Over(context, answer is not null, sent);
        }

        if (!sent && !context.IsOwn && answer is not null && Earlier is EarlierAnswer.OpensByCode && own is not null)
        {
            return await CodePages.Ask(context, own, "", cancel);
        }

        ground = Knowing(ground, answer?.Value);
        var state = answer is null || (Earlier is EarlierAnswer.Unshown && !context.IsOwn) ? FormState.Empty : FormState.FromValues(Fill(answer.Value, ground));
        var view = new FormView<TModel>(context, state, Until(context, answer, ask), answer is not null, ground)
        {
            Sent = sent && answer is not null,
            AsksNotice = await AsksNotice(context, cancel),
        };
        return view.Sent ? FormResult.ForPage<ThanksPage>(view) : new FormResult.Page(200, Page, view) { KnowsBrowser = answer is null && OpensByCode };
    }

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        var (standing, answer, ask) = await answers.FindAnswer<TAnswer>(context.Cohort.Id, context.Link.Ask, cancel);
        if (standing is FormStanding.Over || await LoadModel(context, cancel) is not { } ground)
        {
            return Over(context, answer is not null);
        }

        // The same again reads as anything else: it would confirm a guess.
        if (answer is not null && !MayReplace(context, answer))
        {
            return await CodePages.AskToReplace(context, own!, cancel);
        }

        ground = Knowing(ground, answer?.Value);
        var (searches, asksNotice) = (fields.Value(Fields.Intent) is "find" or "back", await AsksNotice(context, cancel));
        var value = searches ? null : ReadAnswer(fields, context, ground, answer?.Value);
        if (asksNotice && fields.Value("notice") != "true")
        {
            fields.Wrong("notice", "Notice.Empty");
        }

        if (value is not null && !fields.HasErrors)
        {
            if (await AskByMail(context, value, cancel) is { } asked)
            {
                return asked;
            }

            var rules = RulesOf(ground);
            var agreed = asksNotice || rules is not null ? new Agreed(asksNotice ? Agreement.NoticeVersion(context.Cohort) : null, rules) : null;
            await KeepBeside(context, fields, ground, value, cancel);
            return await answers.StoreAnswer(context.Cohort.Id, context.Link.Ask, value, agreed, OpensByCode ? context.Browser : null, cancel)
                ? new FormResult.SeeOther(context.Address($"sent={ThankedFor(value) ?? "1"}")) { KnowsBrowser = OpensByCode }
                : Over(context, answer is not null);
        }

        var state = searches ? fields.Unchecked : fields.State;
        return new FormResult.Page(
            state.Errors.Count == 0 ? 200 : 422,
            Page,
            new FormView<TModel>(context, state, Until(context, answer, ask), answer is not null, Returning(ground, fields)) { AsksNotice = asksNotice, CameBack = true });
    }

    /// <summary>Whoever has a mail that was forwarded can answer in its reader's place, but not put something else in place of what they have said.</summary>
    private bool MayReplace(LinkContext context, Answer<TAnswer> answer) =>
        !OpensByCode || own is null || context.IsOwn || (answer.Browser is { } browser && browser == context.Browser);

    private bool OpensByCode => Earlier is EarlierAnswer.OpensByCode;

    private async Task<bool> AsksNotice(LinkContext context, CancellationToken cancel) =>
        ComesFirst && (await answers.FindAgreement(context.Cohort.Id, context.Person.Id, cancel)).Notice != Agreement.NoticeVersion(context.Cohort);

    private static DateTimeOffset? Until(LinkContext context, Answer<TAnswer>? answer, Ask? ask) =>
        FormDeadlines.DeadlineOf(context.Cohort, context.State, context.Link.Form, ask?.SentAt ?? answer?.AskedAt ?? context.Now);

    /// <summary>The last answer may end a phase: who comes from sending it is thanked, not told that it is over.</summary>
    private static FormResult.Page Over(LinkContext context, bool answered, bool sent = false)
    {
        var key = !answered ? "Over" : sent ? "Arrived" : "Answered";
        return FormResult.Closed(new(answered ? 200 : 410, key, context.Culture) { Theme = context.Theme, Context = context });
    }
}
