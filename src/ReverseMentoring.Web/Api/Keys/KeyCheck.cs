using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Api.Keys;

/// <summary>Why a key is not made.</summary>
public enum KeyFault
{
    /// <summary>No name, or a long one, or one that can't be shown.</summary>
    Name,

    /// <summary>A manager's or viewer's key names the cohorts that it is for, an administrator's none.</summary>
    Cohorts,

    /// <summary>A cohort that it names is not there.</summary>
    UnknownCohort,
}

/// <summary>What is asked for in a key, looked at before one is made: by page, by the interface, on the command line.</summary>
public sealed class KeyCheck(CohortService cohorts)
{
    /// <returns>The key to make, or why not, with what is at fault.</returns>
    public async Task<(NewKey? Key, KeyFault Fault, string About)> Read(
        string? name, ManagerRole role, IEnumerable<string> named, AccessActor? by, CancellationToken cancel = default)
    {
        if (!PlainText.TryRead(name ?? "", out var plain) || plain.Trim() is not { Length: > 0 and <= NewKey.LongestName } trimmed)
        {
            return (null, KeyFault.Name, name ?? "");
        }

        var wanted = named.Distinct(StringComparer.Ordinal).ToArray();
        if (role is ManagerRole.Administrator != (wanted.Length == 0))
        {
            return (null, KeyFault.Cohorts, string.Join(", ", wanted));
        }

        return await FindUnknown(wanted, cancel) is { } unknown
            ? (null, KeyFault.UnknownCohort, unknown)
            : (new NewKey(trimmed, role, wanted, by), default, "");
    }

    /// <returns>The first that is no cohort, or null where all are.</returns>
    public async Task<string?> FindUnknown(IReadOnlyList<string> named, CancellationToken cancel = default)
    {
        foreach (var (at, cohort) in named.Index())
        {
            if (at == NewKey.MostCohorts || (cohort != ManagerIdentity.AllCohorts && !(CohortId.TryParse(cohort, out var id) && await cohorts.Find(id, cancel) is not null)))
            {
                return cohort;
            }
        }

        return null;
    }
}
