using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Erasure;

/// <summary>A place outside a cohort's rows where something of its people is kept, and can be made to forget it.</summary>
public interface IErases
{
    /// <summary>Forgets all that is kept of the cohort; may be asked twice.</summary>
    Task Erase(Cohort cohort, CancellationToken cancel);

    /// <summary>Forgets what is kept of one person, and where others are told of them by name or address; may be asked twice. Nothing, unless there is such.</summary>
    Task EraseOf(Cohort cohort, Person person, CancellationToken cancel) => Task.CompletedTask;
}
