using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <param name="Languages">To choose from: the person's own, then those that are written here.</param>
public sealed record OffersPageModel(TopicList List, IReadOnlyList<TopicLine> Topics, IReadOnlyList<Choice> Languages)
{
    /// <summary>How many people were named before as "rather not with"; who they are is never shown again.</summary>
    public int Named { get; init; }

    /// <summary>For those who are named now: their addresses are not kept.</summary>
    public required AddressHasher Addresses { get; init; }
}

/// <summary>What I can bring, what I want, when and how, and the ground rules.</summary>
internal sealed class OffersForm(AnswerService answers, TopicRepository topics, PersonRegister register) : QuestionForm<OffersAnswer, OffersPageModel>(answers)
{
    public override FormKind Kind => FormKind.Offers;

    protected override bool ComesFirst => true;

    protected override bool AsksRules => true;

    protected override Type Page => typeof(OffersPage);

    protected override async Task<OffersPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var list = await topics.ReadTopics(context.Cohort, cancel);
        return new(
            list,
            [.. list.Topics.Select(topic => new TopicLine(topic.Id.Value, TopicTitles.Translate(topic, context.Culture)))],
            [.. context.Person.Languages.Concat(ReaderLanguage.Written).Distinct().Select(tag => new Choice(tag, ReaderLanguage.NameOf(tag)))])
        {
            Addresses = await register.Hasher(cancel),
        };
    }

    protected override OffersPageModel Knowing(OffersPageModel model, OffersAnswer? earlier) =>
        model with { Named = earlier?.RatherNot.Count ?? 0 };

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(OffersAnswer answer, OffersPageModel model)
    {
        var (offers, wishes) = (answer.Offers.ToDictionary(offer => offer.Topic), answer.Wishes.ToDictionary(wish => wish.Topic));
        return
        [
            .. model.List.Topics.Select(topic => KeyValuePair.Create(
                $"offer.{topic.Id}", new StringValues(offers.TryGetValue(topic.Id, out var offer) ? $"{(int)offer.Level}" : ""))),
            .. model.List.Topics.Select(topic => KeyValuePair.Create(
                $"wish.{topic.Id}", new StringValues(wishes.TryGetValue(topic.Id, out var wish) ? $"{wish.Rank}" : ""))),
            .. HoursFields.Fill(answer.WorkingHours),
            new("languages", answer.Languages.ToArray()),
            new("format", FormatName(answer.Format)),
            new("rules", "true"),
        ];
    }

    protected override OffersAnswer? ReadAnswer(Fields fields, LinkContext context, OffersPageModel model, OffersAnswer? earlier)
    {
        var offers = Steps(fields, "offer", model, (int)Level.Expert).Select(step => new Offer(step.Topic, (Level)step.Step)).ToArray();
        var wishes = Steps(fields, "wish", model, Wish.LowestRank).Select(step => new Wish(step.Topic, step.Step)).ToArray();
        if (context.Person.Role is Role.Mentor && offers.Length == 0)
        {
            fields.Wrong("offer", "Offers.OfferEmpty");
        }

        if (context.Person.Role is Role.Mentee && wishes.Length == 0)
        {
            fields.Wrong("wish", "Offers.WishEmpty");
        }

        var hours = HoursFields.ReadHours(fields);
        var languages = fields.All("languages").Where(tag => model.Languages.Any(choice => choice.Value == tag)).ToArray();
        if (languages.Length == 0)
        {
            fields.Wrong("languages", "Offers.LanguagesEmpty");
        }

        var format = fields.Choice("format", "Offers.FormatEmpty", "either", "in-person", "remote");
        var ratherNot = RatherNotFields.ReadPeople(fields, context.Person, model.Addresses, earlier?.RatherNot ?? []);
        if (fields.Value("rules") != "true")
        {
            fields.Wrong("rules", "Offers.RulesEmpty");
        }

        return fields.HasErrors || hours is null ? null : new()
        {
            Offers = offers,
            Wishes = wishes,
            WorkingHours = hours,
            Languages = languages,
            Format = FormatOf(format!),
            RatherNot = ratherNot,
        };
    }

    private static IEnumerable<(TopicId Topic, int Step)> Steps(Fields fields, string name, OffersPageModel model, int most) =>
        from field in fields.Under($"{name}.")
        where model.List.Topics.Any(topic => topic.Id.Value == field.Name)
            && int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= most
        let chosen = int.Parse(field.Value, CultureInfo.InvariantCulture)
        orderby name == "wish" ? chosen : -chosen
        select (new TopicId(field.Name), chosen);

    private static string FormatName(MeetingFormat format) => format switch
    {
        MeetingFormat.InPerson => "in-person",
        MeetingFormat.Remote => "remote",
        _ => "either",
    };

    private static MeetingFormat FormatOf(string name) => name switch
    {
        "in-person" => MeetingFormat.InPerson,
        "remote" => MeetingFormat.Remote,
        _ => MeetingFormat.Either,
    };
}
