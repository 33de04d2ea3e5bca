using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>A manager's key as it is kept: its hash only.</summary>
/// <param name="Name">Whose or what for.</param>
/// <param name="Hash">SHA-256 of the whole key, in hexadecimal.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Role">Keys of releases without roles could do all, and still can.</param>
[Kept("key.", KeptFor.Accountability, ReadBy.Administrator, KeptUntil.TakenAway)]
public sealed record ManagerKey(string Name, string Hash, DateTimeOffset CreatedAt, ManagerRole Role = ManagerRole.Administrator)
{
    /// <summary>As in <see cref="ManagerIdentity"/>.</summary>
    public IReadOnlyList<string> Cohorts { get; init; } = [];

    /// <summary>Who made it; null: the host.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The last day on which it was used, in UTC; null: never yet.</summary>
    public DateOnly? LastUsed { get; init; }
}

/// <summary>What a key is to be for.</summary>
/// <param name="Name">Whose or what for, 1 to <see cref="LongestName"/> characters.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Cohorts">As in <see cref="ManagerIdentity"/>.</param>
/// <param name="By">Who asks for it; null: the host.</param>
public sealed record NewKey(string Name, ManagerRole Role, IReadOnlyList<string> Cohorts, AccessActor? By = null)
{
    public const int LongestName = 80;

    /// <summary>More would not fit into one row with certainty, and nobody manages so many.</summary>
    public const int MostCohorts = 200;
}
