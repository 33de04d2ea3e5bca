using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Localization;

/// <summary>Where people meet in circles, HR reads of circles.</summary>
public sealed partial class CircleWordsTests
{
    /// <summary>Texts, or families of them, that a cohort in circles doesn't show, or that are of pairs there too: people's earlier pairs, what is for pairs only, and what is of all cohorts.</summary>
    private static readonly string[] OfPairs =
    [
        "Tile.Confirmed", "Next.confirmation", "Command.Close.confirmation", "Person.Pairs", "Person.Partner", "Pair.", "Pairs.Pairs", "Pairs.Verified", "Pairs.KeptApart", "Pairs.NoFigures",
        "Pairs.RefusedLock", "Reason.", "Cost.", "Force.TextLater", "Force.Later", "Force.Costs", "Force.ByList", "Table.declined", "Draw.", "Compared.How", "Act.EndsThen", "Act.Later", "Act.Next", "Act.Propose.",
        "Partner.", "Propose.", "Refused.", "no-topic-later.",
        "Rule.earlier-pair", "Mend.earlier-pair", "Lists.Pairs", "Setting.matching.allowRepeatedPairs", "Start.After",
        "Setting.", "SettingGroup.", "Column.capacity", "Words.Part.", "Compare.", "Audit.Lead", "Audit.OnePair",
    ];

    [Theory]
    [InlineData("Manage.Texts")]
    [InlineData("Localization.Needs")]
    public void Each_text_for_hr_that_says_pair_says_circle_there(string file)
    {
        var texts = new Texts(file).OfLanguage(CultureInfo.InvariantCulture);
        var ofPairs = texts.Where(text => Pair().IsMatch(text.Value) && !text.Key.StartsWith("Circle.", StringComparison.Ordinal)).Select(text => text.Key).ToArray();

        Assert.NotEmpty(ofPairs);
        Assert.DoesNotContain(ofPairs, key => !texts.ContainsKey($"Circle.{key}") && !OfPairs.Any(of => key.StartsWith(of, StringComparison.Ordinal)));
    }

    /// <summary>A variant that nobody asks for is one of a text that is there.</summary>
    [Fact]
    public void Each_variant_is_of_a_text()
    {
        var texts = new Texts("Manage.Texts").OfLanguage(CultureInfo.InvariantCulture);

        Assert.DoesNotContain(texts.Keys, key => key.StartsWith("Circle.", StringComparison.Ordinal) && !texts.ContainsKey(key["Circle.".Length..]));
    }

    [GeneratedRegex(@"\bpair(s|ed)?\b|\bpartners?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();
}
