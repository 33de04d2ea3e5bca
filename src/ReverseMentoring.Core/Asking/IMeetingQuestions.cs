using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Asking;

/// <summary>Knows the pairs and circles that questions are about.</summary>
public interface IMeetingQuestions
{
    /// <summary>Whether an answer still counts.</summary>
    Task<bool> TakesAnswers(CohortId cohort, AskId id, CycleState state, CancellationToken cancel);
}
