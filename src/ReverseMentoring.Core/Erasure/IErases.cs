using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Erasure;

/// <summary>A place outside the store's rows where something of a cohort is kept, and can be made to forget it.</summary>
public interface IErases
{
    /// <summary>Forgets all that is kept of the cohort; may be asked twice.</summary>
    Task Erase(Cohort cohort, CancellationToken cancel);
}
