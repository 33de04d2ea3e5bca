using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Manage.Reading;

/// <summary>That somebody was asked something, and when: never what they said.</summary>
/// <param name="SentAt">Null while the mail waits for its turn; for an answer, when it came.</param>
public sealed record QuestionLine(AskId Id, DateTimeOffset? SentAt)
{
    internal static QuestionLine OfAsk(Row row) => new(AskId.Parse(row.Key), Documents.Parse<Ask>(row.Body).SentAt);

    /// <summary>Reads the moment only; the answer itself is not looked at.</summary>
    internal static QuestionLine OfAnswer(Row row) => new(AskId.Parse(row.Key), Documents.Parse<Answered>(row.Body).At);

    private sealed record Answered(DateTimeOffset At);
}
