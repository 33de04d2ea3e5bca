using System.Globalization;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>What was found, in the manager's language: the English sentence is the key to the others.</summary>
internal static class FindingTexts
{
    private const string RowPrefix = "people row ";

    private const string ColumnPrefix = ", column ";

    internal static Texts Texts { get; } = new("Manage.Findings");

    /// <summary>What is wrong and what to do about it.</summary>
    public static string Say(ManagerContext context, Finding finding) => $"{Say(context, finding.Said)} {Say(context, finding.Advice)}";

    public static string Say(ManagerContext context, MessageTemplate messageTemplate)
    {
        var values = messageTemplate.Values.Select((value, at) => (at.ToString(CultureInfo.InvariantCulture), Value(context, value))).ToArray();

        // English sentences stand in the code: only their values are the reader's.
        return Texts.Has(context.Culture, messageTemplate.Template)
            ? Texts.Text(context.Culture, messageTemplate.Template, values)
            : Template.Parse(messageTemplate.Template).Fill(values);
    }

    /// <summary>The same, with the list's row and column before it where it is about these: nothing else says which.</summary>
    public static string SayWhere(ManagerContext context, Finding finding)
    {
        var place = finding.Where.Split(ColumnPrefix);
        string[] where =
        [
            .. place[0].StartsWith(RowPrefix, StringComparison.Ordinal) ? [Row(context, place[0])] : Array.Empty<string>(),
            .. place.Length > 1 && place[0].StartsWith("people", StringComparison.Ordinal) ? [context.SayCode("Column", place[1])] : Array.Empty<string>(),
        ];
        return where.Length == 0 ? Say(context, finding) : $"{string.Join(", ", where)}{context.Localizer.Colon} {Say(context, finding)}";
    }

    private static string Row(ManagerContext context, string row) => row.StartsWith(RowPrefix, StringComparison.Ordinal) && Texts.Has(context.Culture, RowPrefix + "{0}")
        ? Texts.Text(context.Culture, RowPrefix + "{0}", ("0", row[RowPrefix.Length..]))
        : row;

    private static string Value(ManagerContext context, object? value) => value switch
    {
        MessageTemplate messageTemplate => Say(context, messageTemplate),
        RosterPlace place => Row(context, place.Row),
        ListColumn column => context.Say($"Column.{column.Name}"),
        DateOnly day => Dates.Full(day.ToDateTime(default), context.Culture),
        RuleList rules => string.Join(", ", rules.Codes.Select(code => PairTexts.Rule(context, code))),
        _ => Convert.ToString(value, context.Culture) ?? "",
    };
}
