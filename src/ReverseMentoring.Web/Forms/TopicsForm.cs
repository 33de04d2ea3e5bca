using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

public sealed record TopicsPageModel(TopicList List, IReadOnlyList<Choice> Choices);

/// <summary>Which topics there should be: some from the list, up to three of one's own.</summary>
internal sealed class TopicsForm(AnswerService answers, TopicRepository topics) : QuestionForm<TopicsAnswer, TopicsPageModel>(answers)
{
    public const int MostOwn = 3;
    public const int Shortest = 3;
    public const int Longest = 80;

    public override FormKind Kind => FormKind.Topics;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Topics.Pick"),
        new("Topics.OwnLabel") { Beside = ["Topics.Own", "Topics.OwnNow", "Topics.OwnHint"] },
        Question.Notice,
    ];

    protected override bool ComesFirst => true;

    protected override Type Page => typeof(TopicsPage);

    protected override async Task<TopicsPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var list = await topics.ReadTopics(context.Cohort, cancel);
        return new(list, [.. list.Topics.Select(topic => new Choice(topic.Id.Value, TopicTitles.Translate(topic, context.Culture)))]);
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(TopicsAnswer answer, TopicsPageModel model) =>
    [
        new("picked", answer.Picked.Select(id => id.Value).ToArray()),
        .. answer.Proposed.Select((own, at) => KeyValuePair.Create($"own-{at + 1}", new StringValues(own))),
    ];

    protected override TopicsAnswer? ReadAnswer(Fields fields, LinkContext context, TopicsPageModel model, TopicsAnswer? earlier)
    {
        var picked = fields.All("picked").Select(id => new TopicId(id)).Where(id => model.List.Topics.Any(topic => topic.Id == id)).ToHashSet();
        var own = new List<string>();
        foreach (var name in Enumerable.Range(1, MostOwn).Select(at => $"own-{at}"))
        {
            var text = string.Join(' ', fields.Value(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length is > 0 and < Shortest or > Longest)
            {
                fields.Wrong(name, "Topics.OwnLength", ("least", $"{Shortest}"), ("most", $"{Longest}"));
            }

            // What the list has already, in the reader's words, is picked there.
            if (model.Choices.FirstOrDefault(choice => TopicText.Normal(choice.Label) == TopicText.Normal(text)) is { } same)
            {
                picked.Add(new(same.Value));
            }
            else if (TopicText.Normal(text).Length > 0)
            {
                own.Add(text);
            }
        }

        if (picked.Count == 0 && own.Count == 0)
        {
            fields.Wrong("picked", "Topics.Empty");
        }

        return new([.. picked], [.. own.DistinctBy(TopicText.Normal)]);
    }
}
