using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>What was done about who may manage.</summary>
public enum AccessAct
{
    /// <summary>A key was made.</summary>
    Made,

    /// <summary>A key that was made elsewhere was taken.</summary>
    Adopted,

    /// <summary>A key took the place of another.</summary>
    Rotated,

    /// <summary>A key was ended.</summary>
    Revoked,

    /// <summary>A manager came by Entra ID for the first time.</summary>
    Appeared,

    /// <summary>A manager of Entra ID was given cohorts, in place of those that were theirs.</summary>
    Given,

    /// <summary>A manager of Entra ID was taken away.</summary>
    Removed,
}

/// <summary>Who does something.</summary>
/// <param name="Id">As in <see cref="ManagerIdentity"/>.</param>
/// <param name="Name">As it was then.</param>
[Tells(Told.Aggregate)]
public sealed record AccessActor(string Id, string Name)
{
    public static AccessActor? Of(ManagerIdentity? who) => who is null ? null : new(who.Id, who.Name);

    public static AccessActor? Of(ClaimsPrincipal user) => Of(ManagerIdentity.Of(user));
}

/// <summary>Something that was done about who may manage.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
/// <param name="Subject">Id of the key, or <c>entra.</c> and the object id of the manager, that it was done to.</param>
/// <param name="Name">Its name then.</param>
/// <param name="By">Who did it; null: the host, at the word of whoever runs it.</param>
[Kept(AccessLog.Prefix, KeptFor.Accountability, ReadBy.Administrator, KeptUntil.Stays)]
[Tells(Told.Aggregate)]
public sealed record AccessEvent(DateTimeOffset At, AccessAct Act, string Subject, string Name, AccessActor? By)
{
    /// <summary>What it may do since then; null where that ended.</summary>
    public ManagerRole? Role { get; init; }

    /// <summary>Where, since then; as in <see cref="ManagerIdentity"/>.</summary>
    public IReadOnlyList<string> Cohorts { get; init; } = [];

    /// <summary>With <see cref="AccessAct.Rotated"/>: id of the key that took its place.</summary>
    public string? Next { get; init; }
}

/// <summary>
/// What was done about who may manage, for good: each row goes in the write that does it, so that nothing is done without,
/// and nothing takes one away.
/// </summary>
public sealed class AccessLog(IStore store)
{
    /// <summary>Of keys and managers: one write holds rows of one partition only.</summary>
    public const string Partition = "keys";

    internal const string Prefix = "log.";

    /// <summary>The row of an event. Of the same moment there may be many.</summary>
    internal static Change Note(AccessEvent done) => Documents.Insert(
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{long.MaxValue - done.At.UtcTicks:D19}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}"),
        done);

    /// <summary>The newest first, at most so many.</summary>
    public ValueTask<List<AccessEvent>> Newest(int most, CancellationToken cancel = default) =>
        store.Query<AccessEvent>(Partition, KeyRange.Prefix(Prefix), cancel).Take(most).Select(row => row.Value).ToListAsync(cancel);
}
