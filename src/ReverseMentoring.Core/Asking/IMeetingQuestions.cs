using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Asking;

/// <summary>Knows the pairs and circles that questions are about.</summary>
public interface IMeetingQuestions
{
    /// <summary>Whether an answer still counts.</summary>
    /// <param name="cohort">Of which.</param>
    /// <param name="id">The question.</param>
    /// <param name="isOpen">It was asked and has not been answered.</param>
    /// <param name="state">Where the cohort stands.</param>
    /// <param name="cancel">Cancels reads.</param>
    Task<bool> TakesAnswers(CohortId cohort, AskId id, bool isOpen, CycleState state, CancellationToken cancel);
}
