using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>That somebody was asked something, and when: never what they said.</summary>
/// <param name="SentAt">Null while the mail waits for its turn; for an answer, when it came.</param>
/// <param name="AskedAt">When the question went out; null: not yet.</param>
internal sealed record QuestionLine(AskId Id, DateTimeOffset? SentAt, DateTimeOffset? AskedAt)
{
    internal static QuestionLine OfAsk(Row row)
    {
        var ask = StoredJson.Parse<Ask>(row.Body);
        return new(ask.Id, ask.SentAt, ask.SentAt);
    }

    /// <summary>Reads the moment only; the answer itself is not looked at.</summary>
    internal static QuestionLine OfAnswer(Row row)
    {
        var answer = StoredJson.Parse<AnswerReceipt>(row.Body);
        return new(answer.Id, answer.At, answer.AskedAt);
    }
}
