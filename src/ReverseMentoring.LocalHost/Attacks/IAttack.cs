namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A way to find out of single people what nobody is to know, by all that a manager can see of a rehearsed cohort.</summary>
internal interface IAttack
{
    /// <summary>As the command calls it.</summary>
    string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    string Tells { get; }

    /// <param name="plan">On whom.</param>
    /// <param name="cancel">Ends it.</param>
    Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel);
}

/// <summary>What an attack came to.</summary>
/// <param name="Tried">How often something was held against something else.</param>
/// <param name="Isolated">What told of fewer people than it may, or of one; each once.</param>
public sealed record AttackResult(int Tried, IReadOnlyList<string> Isolated);
