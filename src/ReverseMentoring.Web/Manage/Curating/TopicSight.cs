using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Curating;

/// <summary>A topic that is not on the list, and why: hidden, or merged into another.</summary>
public sealed record GoneTopic(string Id, string Title, string? Into);

/// <summary>All topics so far, which ones look alike, and what was made of them.</summary>
/// <param name="Open">They can still be curated.</param>
public sealed record TopicSight(
    DeskAtCohort Desk, bool Open, IReadOnlyList<Topic> Topics, IReadOnlyList<(Topic From, Topic Into)> Alike, IReadOnlyList<GoneTopic> Gone)
{
    public string Title(Topic topic) => TopicTitles.Of(topic, Desk.Culture);
}

internal sealed class TopicPage(IStore store, CurationDesk curation)
{
    /// <summary>Near-duplicates are looked for among the most wanted only: each is compared with each.</summary>
    private const int MostCompared = 300;

    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var (book, open) = (new TopicBook(store), CurationDesk.IsOpen(desk.State));
        var topics = open ? await book.Count(desk.Cohort, desk.Cancel) : (await book.Read(desk.Cohort, desk.Cancel)).Topics;
        var made = await curation.Read(desk.Cohort.Id, desk.Cancel);
        var titles = open ? await Titles(desk) : [];
        return Outcome.Of<TopicView>(new TopicSight(
            desk, open, topics, open ? TopicBook.NearDuplicates([.. topics.Take(MostCompared)]) : [],
            [
                .. made.Merged.Select(entry => new GoneTopic(entry.Key, TitleOf(entry.Key), TitleOf(made.Resolve(entry.Key)))),
                .. made.Hidden.Select(id => new GoneTopic(id, TitleOf(id), null)),
            ]));

        string TitleOf(string id) => titles.GetValueOrDefault(id, id);
    }

    /// <summary>As people proposed them, before anything was made of it.</summary>
    private async Task<Dictionary<string, string>> Titles(DeskAtCohort desk)
    {
        var titles = StarterTopics.For(desk.Cohort.Settings.Topics).ToDictionary(topic => topic.Id, topic => TopicTitles.Of(topic, desk.Culture), StringComparer.Ordinal);
        var range = KeyRange.Prefix(Core.Forms.AskId.AnswersOf(PhaseNames.CallForTopics));
        await foreach (var answer in store.Query<Core.Forms.Answer<Core.Forms.TopicsAnswer>>(Rows.Partition(desk.Cohort.Id), range, desk.Cancel))
        {
            foreach (var topic in answer.Value.Value.Proposed.Select(TopicText.Topic))
            {
                titles.TryAdd(topic.Id, topic.Title);
            }
        }

        return titles;
    }

    public async Task<Outcome> Take(DeskAtCohort desk)
    {
        var form = await desk.Request.ReadSentForm(desk.Cancel);
        if (!CurationDesk.IsOpen(desk.State))
        {
            return Trouble.Page(desk, 409, "TopicsClosed");
        }

        var (topic, into, title) = (form["topic"].ToString(), form["into"].ToString(), form["title"].ToString().Trim());
        var wanted = form["act"].ToString() switch
        {
            "hide" => new TopicCuration(Hidden: true),
            "merge" when into.Length > 0 && into != topic => new(Into: into),
            "rename" when title.Length is >= 3 and <= 80 => new(Title: title),
            "free" => new(),
            _ => null,
        };
        if (wanted is null || await curation.Set(desk.Standing, topic, wanted, desk.Cancel) is not null)
        {
            return Trouble.Page(desk, 422, "NotCurated");
        }

        return new Outcome.See($"{desk.Address(Places.Topics)}?done=Topic");
    }
}
