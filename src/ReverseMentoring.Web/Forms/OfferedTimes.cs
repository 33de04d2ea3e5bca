using System.Globalization;
using ReverseMentoring.Core.Meetings.Records;

namespace ReverseMentoring.Web.Forms;

/// <summary>What a page has shown of a session, which it sends with the answer: its present time, and the others that it offered.</summary>
public static class OfferedTimes
{
    /// <summary>Which of the session's times it was.</summary>
    public const string Sequence = "sequence";

    /// <summary>All of the times that were offered, with a space between them: a form has each name once.</summary>
    public const string Offered = "offered";

    /// <summary>More are on no page.</summary>
    private const int Most = 3;

    public static string SequenceOf(Session session) => session.Sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the session has another time since the page was shown.</summary>
    public static bool IsStale(Fields fields, Session session) => fields.Value(Sequence) is { Length: > 0 } seen && seen != SequenceOf(session);

    /// <summary>The starts of what the page offered.</summary>
    public static IReadOnlyList<DateTimeOffset> Read(Fields fields) => [.. fields.Value(Offered).Split(' ').Select(SessionPageModel.StartOf).OfType<DateTimeOffset>().Take(Most)];
}
