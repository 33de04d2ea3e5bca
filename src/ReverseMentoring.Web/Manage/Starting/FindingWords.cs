using System.Globalization;
using ReverseMentoring.Core.Cohorts.Roster;
using ReverseMentoring.Core.Cohorts.Starting;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>What was found, in the manager's language: the English sentence is the key to the others.</summary>
internal static class FindingWords
{
    private const string RowPrefix = "people row ";

    internal static Texts Texts { get; } = new("Manage.Findings");

    /// <summary>What is wrong and what to do about it.</summary>
    public static string Say(Desk desk, Finding finding) => $"{Say(desk, finding.Said)} {Say(desk, finding.Advice)}";

    public static string Say(Desk desk, Sentence sentence)
    {
        if (!Texts.Has(desk.Culture, sentence.Template))
        {
            return sentence.ToString();
        }

        var values = sentence.Values.Select((value, at) => (at.ToString(CultureInfo.InvariantCulture), Value(desk, value))).ToArray();
        return Texts.Of(desk.Culture, sentence.Template, values);
    }

    private static string Row(Desk desk, string row) => row.StartsWith(RowPrefix, StringComparison.Ordinal) && Texts.Has(desk.Culture, RowPrefix + "{0}")
        ? Texts.Of(desk.Culture, RowPrefix + "{0}", ("0", row[RowPrefix.Length..]))
        : row;

    private static string Value(Desk desk, object? value) => value switch
    {
        Sentence sentence => Say(desk, sentence),
        RosterPlace place => Row(desk, place.Row),
        RuleList rules => string.Join(", ", rules.Codes.Select(code => PairWords.Rule(desk, code))),
        _ => Convert.ToString(value, desk.Culture) ?? "",
    };
}
