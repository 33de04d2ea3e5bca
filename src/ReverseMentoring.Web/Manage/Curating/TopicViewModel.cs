using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Curating;

/// <summary>A topic that is not on the list, and why: hidden, or merged into another.</summary>
[Tells(Told.Aggregate)]
public sealed record GoneTopic(TopicId Id, string Title, string? Into);

/// <summary>All topics so far, which ones look alike, and what was made of them.</summary>
/// <param name="Open">They can still be curated.</param>
[Tells(Told.Aggregate)]
public sealed record TopicViewModel(
    CohortContext Context, bool Open, IReadOnlyList<Topic> Topics, IReadOnlyList<(Topic From, Topic Into)> Alike, IReadOnlyList<GoneTopic> Gone)
{
    /// <summary>Those that people have added and that may be nonsense.</summary>
    public IReadOnlyList<Topic> Odd { get; } = Open ? [.. Topics.Where(topic => TopicText.IsOdd(topic.Title))] : [];

    /// <summary>When the list goes to everybody by itself; null: it doesn't wait for the manager.</summary>
    public DateTimeOffset? WaitsUntil { get; } = Context.State is { Phase: PhaseNames.CallForTopics, AnsweredAt: { } answered, CloseNow: false } && Open
        ? Context.Cohort.EndOfDay(answered, Context.Cohort.Settings.TopicsLookDays)
        : null;

    /// <summary>What stands above the list, by how far the call has come.</summary>
    public string Lead { get; } = !Open ? "Topics.LeadClosed" : Context.State.AnsweredAt is null ? "Topics.LeadCall" : "Topics.Lead";

    public string Title(Topic topic) => TopicTitles.Translate(topic, Context.Culture);
}

internal sealed class TopicPage(IStore store, CurationService curation)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<TopicPage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Topics}", (HttpContext context, CohortId cohort, PageHandler pageHandler, TopicPage page) =>
                pageHandler.Open(context, cohort, page.Show));
            routes.MapPost($"/{ManagerRoutes.Topics}", (HttpContext context, CohortId cohort, PageHandler pageHandler, TopicPage page) =>
                pageHandler.Open(context, cohort, page.HandlePost));
        },
        menu: ManagerRoutes.Topics);

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var open = CurationTime.IsOpen(context.State);
        var topics = await new TopicRepository(store).Shown(context.Standing, context.Cancel);
        var made = await curation.ReadCuration(context.Cohort.Id, context.Cancel);
        var titles = open ? await Titles(context) : [];
        return FormResult.ForPage<TopicView>(new TopicViewModel(
            context, open, topics, open ? curation.Suggest(topics) : [],
            [
                .. made.Merged.Select(entry => new GoneTopic(entry.Key, TitleOf(entry.Key), TitleOf(made.Resolve(entry.Key)))),
                .. made.Hidden.Select(id => new GoneTopic(id, TitleOf(id), null)),
            ]));

        string TitleOf(TopicId id) => titles.GetValueOrDefault(id, id.Value);
    }

    /// <summary>As people proposed them, before anything was made of it.</summary>
    private async Task<Dictionary<TopicId, string>> Titles(CohortContext context)
    {
        var titles = StarterTopics.For(context.Cohort.Settings.Topics).ToDictionary(topic => topic.Id, topic => TopicTitles.Translate(topic, context.Culture));
        var range = KeyRange.Prefix(Core.Asking.AskId.AnswersOf(PhaseNames.CallForTopics));
        await foreach (var answer in store.Query<Core.Asking.Answer<Core.Asking.TopicsAnswer>>(Rows.Partition(context.Cohort.Id), range, context.Cancel))
        {
            foreach (var topic in answer.Value.Value.Proposed.Select(TopicText.Topic))
            {
                titles.TryAdd(topic.Id, topic.Title);
            }
        }

        return titles;
    }

    public async Task<FormResult> HandlePost(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!CurationTime.IsOpen(context.State))
        {
            return ErrorPages.Page(context, 409, "TopicsClosed");
        }

        var (topic, into, title) = (new TopicId(form["topic"].ToString()), new TopicId(form["into"].ToString()), form["title"].ToString().Trim());
        var wanted = form["act"].ToString() switch
        {
            "hide" => new TopicCuration(Hidden: true),
            "merge" when into.Value.Length > 0 && into != topic => new(Into: into),
            "rename" when title.Length is >= 3 and <= 80 => new(Title: title),
            "free" => new(),
            _ => null,
        };
        if (wanted is null || await curation.Set(context.Standing, topic, wanted, context.Cancel) is not null)
        {
            return ErrorPages.Page(context, 422, "NotCurated");
        }

        return new FormResult.SeeOther($"{context.Address(ManagerRoutes.Topics)}?done=Topic");
    }
}
