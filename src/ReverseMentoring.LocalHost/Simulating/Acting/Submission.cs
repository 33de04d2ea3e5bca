using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Simulating.Acting;

/// <summary>An answer that somebody was told has been taken.</summary>
internal sealed record Submission(CohortId Cohort, AskId Ask)
{
    /// <summary>How often it was sent and taken.</summary>
    public int Taken { get; set; }

    /// <summary>How often it was sent and nobody heard what became of it.</summary>
    public int Unheard { get; set; }
}

/// <summary>Somebody who was told that they have been erased.</summary>
internal sealed record Erased(CohortId Cohort, PersonId Person, string Name, string Email, DateTimeOffset At);

/// <summary>What people have been told, against which the rows are held.</summary>
internal sealed class ToldByUs
{
    private readonly Dictionary<(CohortId, AskId), Submission> answers = [];

    public IReadOnlyCollection<Submission> Answers => answers.Values;

    public List<Erased> Erased { get; } = [];

    /// <summary>Who has asked to be erased, whether they have heard that they are or not.</summary>
    public HashSet<PersonId> ErasureAsked { get; } = [];

    /// <summary>Who said with whom they would rather not be, and when that was taken.</summary>
    public List<(PersonId Person, PersonId With, DateTimeOffset At)> RatherNot { get; } = [];

    /// <summary>Answers of ours that nobody expects: what was asked, and what came.</summary>
    public List<string> Failures { get; } = [];

    public Submission AnswerOf(CohortId cohort, AskId ask)
    {
        if (!answers.TryGetValue((cohort, ask), out var found))
        {
            answers.Add((cohort, ask), found = new(cohort, ask));
        }

        return found;
    }
}
