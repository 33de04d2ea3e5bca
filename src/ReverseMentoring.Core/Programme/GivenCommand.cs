using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a sender's key was used for.</summary>
/// <param name="Days">With <see cref="CommandKind.Extend"/>.</param>
/// <param name="Act">A digest of what was to be done to somebody or a pair; null: it was a command to the cohort.</param>
[Kept(Rows.Given, KeptFor.Running, ReadBy.Nobody, KeptUntil.CohortErased)]
public sealed record GivenCommand(CommandKind Kind, int Days, string? Act = null)
{
    public static string KeyOf(string key) => Rows.Given + Names.Digest("given:" + key);
}
