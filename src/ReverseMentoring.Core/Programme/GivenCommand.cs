using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a sender's key was used for.</summary>
/// <param name="Days">With <see cref="CommandKind.Extend"/>.</param>
public sealed record GivenCommand(CommandKind Kind, int Days)
{
    public static string KeyOf(string key) => Rows.Given + Names.Digest("given:" + key);
}
