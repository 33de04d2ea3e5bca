using System.Globalization;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>What somebody has chosen, in the page's order.</summary>
public sealed record ChosenTopicLines(IReadOnlyList<TopicLine> Offers, IReadOnlyList<TopicLine> Wishes)
{
    /// <summary>Something is to be said of them: a single wish needs no rank.</summary>
    public bool AskMore => Offers.Count > 0 || Wishes.Count > 1;
}

/// <summary>
/// Up to five topics each (<c>offer</c>, <c>wish</c>), and of those chosen how well (<c>offer.topic</c>, 1 to 3) and how much
/// (<c>wish.topic</c>, 1 for what is wanted most). Where the first page was not filled in, what has a step is chosen.
/// </summary>
internal sealed class ChosenTopicFields(Fields fields, IReadOnlyList<TopicLine> topics)
{
    public const int Most = Wish.LowestRank;

    /// <summary>Comes from the page on which topics are chosen: none chosen means none.</summary>
    public const string Picked = "picked";

    public IReadOnlyList<TopicLine> Offers => Under("offer");

    public IReadOnlyList<TopicLine> Wishes => Under("wish");

    public ChosenTopicLines Lines => new(Offers, Wishes);

    public static string LevelOf(string topic) => $"offer.{topic}";

    public static string RankOf(string topic) => $"wish.{topic}";

    /// <summary>The second page asks for it.</summary>
    public static bool IsAsked(string field) => (field.StartsWith("offer.", StringComparison.Ordinal) || field.StartsWith("wish.", StringComparison.Ordinal)) && !IsSearch(field);

    private static bool IsSearch(string field) => field is "offer.find" or "wish.find";

    /// <summary>How many they are, and that mentors bring something and mentees want something.</summary>
    public void Check(Role role)
    {
        Check("offer", Offers.Count, role is Role.Mentor, "Offers.OfferEmpty");
        Check("wish", Wishes.Count, role is Role.Mentee, "Offers.WishEmpty");
    }

    /// <summary>Levels, the best first; one that is missing is an error.</summary>
    public IReadOnlyList<Offer> ReadOffers() =>
        [.. Steps(Offers, LevelOf, (int)Level.Expert, "Offers.LevelEmpty").OrderByDescending(step => step.Step).Select(step => new Offer(step.Topic, (Level)step.Step))];

    /// <summary>Ranks, the first one first; one that is missing, or that two have, is an error.</summary>
    public IReadOnlyList<Wish> ReadWishes()
    {
        if (Wishes is [var only])
        {
            return [new(new(only.Id), 1)];
        }

        var steps = Steps(Wishes, RankOf, Wish.LowestRank, "Offers.RankEmpty").ToList();
        foreach (var same in steps.GroupBy(step => step.Step).Where(same => same.Count() > 1))
        {
            var (first, second) = (same.First(), same.Skip(1).First());
            fields.Wrong(RankOf(second.Topic.Value), "Offers.RankTwice", ("first", first.Name), ("second", second.Name));
        }

        return [.. steps.OrderBy(step => step.Step).Select(step => new Wish(step.Topic, step.Step))];
    }

    private IReadOnlyList<TopicLine> Under(string name)
    {
        var ticked = fields.All(name);
        return fields.Value(Picked) == "true" || ticked.Count > 0
            ? [.. topics.Where(topic => ticked.Contains(topic.Id))]
            : [.. topics.Where(topic => fields.Value($"{name}.{topic.Id}").Length > 0)];
    }

    private void Check(string name, int count, bool isNeeded, string empty)
    {
        if (count == 0 && isNeeded)
        {
            fields.Wrong(name, empty);
        }
        else if (count > Most)
        {
            fields.Wrong(name, "Offers.TooMany", ("most", Most.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private List<(TopicId Topic, string Name, int Step)> Steps(IReadOnlyList<TopicLine> chosen, Func<string, string> field, int most, string empty)
    {
        var steps = new List<(TopicId, string, int)>();
        foreach (var topic in chosen)
        {
            if (int.TryParse(fields.Value(field(topic.Id)), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= most)
            {
                steps.Add((new(topic.Id), topic.Name, step));
            }
            else
            {
                fields.Wrong(field(topic.Id), empty, ("topic", topic.Name));
            }
        }

        return steps;
    }
}
