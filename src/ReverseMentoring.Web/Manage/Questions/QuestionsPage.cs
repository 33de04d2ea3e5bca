using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Questions;

/// <summary>What the survey asks, word for word, and what it could ask.</summary>
/// <param name="Rules">How it differs from the usual one.</param>
/// <param name="Asked">The form of those that are asked.</param>
/// <param name="Own">The form for one more, with what was wrong with it.</param>
[Tells(Told.Aggregate)]
public sealed record QuestionsViewModel(CohortContext Context, QuestionRules Rules, FormState Asked, FormState Own)
{
    /// <summary>The question that is to be worded anew, with what was wrong with its words; null: none is chosen.</summary>
    public Rewording? Rewording { get; init; }

    /// <summary>Questions in the company's words that somebody of the cohort reads in other ones, each with the languages that are missing.</summary>
    public IReadOnlyList<(SurveyItem Item, IReadOnlyList<string> Languages)> Unworded { get; init; } = [];

    /// <summary>All that can be asked: the usual questions and the company's own.</summary>
    public IReadOnlyList<SurveyItem> Items => Questionnaire.Of(Rules with { LeftOut = [] }).Items;

    /// <summary>The closing survey has yet to close.</summary>
    public bool IsOpen => !Context.IsOver && !Context.State.ClosedWaves.Contains(WaveNames.End);
}

/// <summary>
/// Managers leave questions out, say them in their own words, and add their own. Other words are another question, which is compared with
/// nothing that was answered before.
/// </summary>
internal sealed class QuestionsPage(IStore store)
{
    private const string Asked = "asked.";
    private const string Text = "text.";

    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<QuestionsPage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Questions}", (HttpContext context, CohortId cohort, PageHandler pageHandler, QuestionsPage page) =>
                pageHandler.Open(context, cohort, page.Show));
            routes.MapPost($"/{ManagerRoutes.Questions}/asked", (HttpContext context, CohortId cohort, PageHandler pageHandler, QuestionsPage page) =>
                pageHandler.Open(context, cohort, page.Choose));
            routes.MapPost($"/{ManagerRoutes.Questions}/own", (HttpContext context, CohortId cohort, PageHandler pageHandler, QuestionsPage page) =>
                pageHandler.Open(context, cohort, page.Add));
            routes.MapPost($"/{ManagerRoutes.Questions}/words", (HttpContext context, CohortId cohort, PageHandler pageHandler, QuestionsPage page) =>
                pageHandler.Open(context, cohort, page.Reword));
        },
        menu: ManagerRoutes.Questions);

    /// <summary>Languages in which a question of one's own can be written.</summary>
    public static IReadOnlyList<string> Languages => ReaderLanguage.Written;

    /// <summary>The field of what one side is asked.</summary>
    public static string NameOf(AskedSide side) => $"{Asked}{side}";

    public async Task<FormResult> Show(CohortContext context) =>
        context.State.Status is CycleStatus.Erased ? ErrorPages.Erased(context) : FormResult.ForPage<QuestionsView>(await LoadModel(context, context.Request.Query[Rewording.Which]));

    /// <summary>Takes which are asked: what is not ticked is left out, a question of one's own for good.</summary>
    public async Task<FormResult> Choose(CohortContext context)
    {
        var (form, model) = (await context.Request.ReadSentForm(context.Cancel), await LoadModel(context));
        var ticked = form.Where(field => field.Key.StartsWith(Asked, StringComparison.Ordinal)).SelectMany(field => field.Value.OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return await Save(context, model, model.Rules with
        {
            LeftOut = [.. StandardItems.All.Select(item => item.Slug).Where(slug => !ticked.Contains(slug))],
            Own = [.. model.Rules.Own.Where(own => ticked.Contains(own.Item.Slug))],
        }, errors => model with { Asked = FormState.FromValues(form, errors) });
    }

    public async Task<FormResult> Add(CohortContext context)
    {
        var (form, model) = (await context.Request.ReadSentForm(context.Cancel), await LoadModel(context));
        var texts = Languages.Select(language => (language, text: form[Text + language].ToString().Trim())).Where(one => one.text.Length > 0).ToDictionary(one => one.language, one => one.text);
        if (!Enum.TryParse<Promise>(form["promise"], out var promise) || !Enum.IsDefined(promise) || !Enum.TryParse<AskedSide>(form["side"], out var side) || !Enum.IsDefined(side))
        {
            return FormResult.ForPage<QuestionsView>(model with { Own = FormState.FromValues(form, new FieldError("promise", context.Say("Questions.Choose"))) }, 422);
        }

        return await Save(context, model, model.Rules with { Own = [.. model.Rules.Own, new(promise, side, texts)] }, errors => model with { Own = FormState.FromValues(form, errors) });
    }

    /// <summary>Takes a question's words, shows them as people would see them, or gives ours back.</summary>
    public async Task<FormResult> Reword(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        var model = await LoadModel(context, form[Rewording.Which]);
        if (model.Rewording is not { } rewording)
        {
            return ErrorPages.NotFound(context);
        }

        var texts = form["act"] == "back" && rewording.Ours is not null ? new Dictionary<string, string>() : rewording.Read(form);
        return await Save(
            context, model, model.Rules.Reword(rewording.Item.Slug, texts), errors => model with { Rewording = rewording with { State = FormState.FromValues(form, errors) } },
            look: form["act"] == "look" ? () => model with { Rewording = rewording.Look(form, texts) } : null);
    }

    private async Task<FormResult> Save(CohortContext context, QuestionsViewModel model, QuestionRules rules, Func<FieldError[], QuestionsViewModel> wrong, Func<QuestionsViewModel>? look = null)
    {
        if (!model.IsOpen)
        {
            return ErrorPages.Page(context, 409, "NotNow");
        }

        var findings = new Findings();
        new QuestionsCheck(findings).Check(rules);
        if (findings.Errors.Count > 0)
        {
            return FormResult.ForPage<QuestionsView>(wrong([.. findings.Errors.Select(error => new FieldError(FieldOf(error.Where, model.Rewording is null ? Text : Rewording.Text), FindingTexts.Say(context, error)))]), 422);
        }

        if (look is not null)
        {
            return FormResult.ForPage<QuestionsView>(look());
        }

        await store.Write(context.Standing.Partition, [Documents.Put(Rows.Questions, rules)], context.Cancel);
        return new FormResult.SeeOther($"{context.Address(ManagerRoutes.Questions)}?done=Questions");
    }

    /// <summary>The field that a finding is about: the words of the last question, or of the one that is worded anew, or all that are asked.</summary>
    private static string FieldOf(string where, string text) => !where.Contains(".texts", StringComparison.Ordinal) ? NameOf(AskedSide.Mentors)
        : Languages.FirstOrDefault(language => where.EndsWith("." + language, StringComparison.Ordinal)) is { } language ? text + language : text + Languages[0];

    private async Task<QuestionsViewModel> LoadModel(CohortContext context, string? reworded = null)
    {
        var rules = await store.ReadQuestionRules(context.Cohort, context.Cancel);
        var asked = Questionnaire.Of(rules).Items.GroupBy(item => item.Side).Select(side => KeyValuePair.Create(NameOf(side.Key), new StringValues([.. side.Select(item => item.Slug)])));
        return new(context, rules, FormState.FromValues(asked), FormState.Empty)
        {
            Rewording = Rewording.Find(rules, reworded), Unworded = Unworded(context, rules, (await context.Rows.People()).Items),
        };
    }

    /// <summary>Who reads a language without words of ours gets those of the question in another, and the answers count together.</summary>
    private static IReadOnlyList<(SurveyItem Item, IReadOnlyList<string> Languages)> Unworded(CohortContext context, QuestionRules rules, IEnumerable<PersonLine> people)
    {
        var read = people.Where(person => person.Active).Select(person => ReaderLanguage.LanguageOf(person.Languages, context.Cohort).TwoLetterISOLanguageName).ToHashSet(StringComparer.Ordinal);
        var said = rules.Reworded.Select(one => (one.Slug, one.Texts)).Concat(rules.Own.Select(one => (one.Item.Slug, one.Texts))).ToDictionary(one => one.Slug, one => one.Texts, StringComparer.Ordinal);
        return
        [
            .. from item in Questionnaire.Of(rules).Items
               where said.ContainsKey(item.Slug)
               let missing = ReaderLanguage.Written.Where(language => read.Contains(language) && !said[item.Slug].ContainsKey(language)).ToArray()
               where missing.Length > 0
               select (item, (IReadOnlyList<string>)missing),
        ];
    }
}
