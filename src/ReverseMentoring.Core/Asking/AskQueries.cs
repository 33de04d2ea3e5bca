using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Asking;

/// <summary>What a step reads of questions and answers.</summary>
internal static class AskQueries
{
    /// <summary>The open questions of a phase.</summary>
    public static IAsyncEnumerable<Stored<Ask>> Asks(this StepContext context, string scope, CancellationToken cancel) =>
        context.Store.Query<Ask>(context.Partition, KeyRange.Prefix(AskId.AsksOf(scope)), cancel);

    public static ValueTask<int> CountAnswers(this StepContext context, string scope, CancellationToken cancel) =>
        context.Store.Query(context.Partition, KeyRange.Prefix(AskId.AnswersOf(scope)), cancel).CountAsync(cancel);
}
