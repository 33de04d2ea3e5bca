using System.Security.Claims;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Somebody as a token of Entra ID tells them.</summary>
/// <param name="Id">The object id: nobody else ever gets it, unlike an address.</param>
/// <param name="Name">For lists only.</param>
/// <param name="Role">The highest of their app roles.</param>
public sealed record EntraPerson(string Id, string Name, ManagerRole Role)
{
    /// <returns>Null where the token names nobody, or carries none of the roles.</returns>
    internal static EntraPerson? FromToken(ClaimsPrincipal token, EntraSettings settings)
    {
        (string Name, ManagerRole Role)[] roles =
            [(settings.AdministratorRole, ManagerRole.Administrator), (settings.Role, ManagerRole.Manager), (settings.ViewerRole, ManagerRole.Viewer)];
        return Guid.TryParse(token.FindFirst("oid")?.Value, out var id) && roles.FirstOrDefault(role => token.HasClaim("roles", role.Name)) is { Name: not null } found
            ? new(id.ToString(), PlainText.Clean(token.FindFirst("name")?.Value ?? "").Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, NewKey.LongestName)] : id.ToString(), found.Role)
            : null;
    }
}

/// <summary>A manager of Entra ID as they are kept.</summary>
/// <param name="Name">As it was at the last sign-in.</param>
/// <param name="Cohorts">Which an administrator has given to them, as in <see cref="ManagerIdentity"/>.</param>
/// <param name="LastSeen">The day of the last sign-in, in UTC.</param>
[Kept("person.", KeptFor.Accountability, ReadBy.Administrator, KeptUntil.TakenAway)]
public sealed record KnownPerson(string Name, IReadOnlyList<string> Cohorts, DateOnly LastSeen);

/// <summary>
/// Which cohorts are whose, of those who sign in by Entra ID. Their role is the directory's word, the cohorts are an
/// administrator's: a new manager has none yet, a viewer all.
/// </summary>
public sealed class EntraPeople(IStore store, SignInClock clock)
{
    private const string Partition = AccessLog.Partition;

    private const string Prefix = "person.";

    public async Task<ManagerIdentity> Identify(EntraPerson person, CancellationToken cancel = default)
    {
        var cohorts = person.Role switch
        {
            ManagerRole.Manager => await Read(person.Id, cancel) is { } known ? known.Value.Cohorts : await Introduce(person, cancel),
            ManagerRole.Viewer => [ManagerIdentity.AllCohorts],
            _ => [],
        };
        return new(ManagerIdentity.OfEntra(person.Id), person.Name, person.Role, cohorts);
    }

    /// <summary>Keeps a manager's name, so that an administrator finds them in the list.</summary>
    public async Task Note(EntraPerson person, CancellationToken cancel = default)
    {
        if (person.Role is not ManagerRole.Manager)
        {
            return;
        }

        var today = DateOnly.FromDateTime(clock.Time.GetUtcNow().UtcDateTime);
        await Change(person.Id, known => new(person.Name, known?.Cohorts ?? [], today), known => known is null ? Event(AccessAct.Appeared, person.Id, person.Name, null) : null, cancel);
    }

    /// <summary>All managers who have signed in, by their ids.</summary>
    public async Task<IReadOnlyList<(string Id, KnownPerson Person)>> List(CancellationToken cancel = default) =>
        [.. (await store.Query<KnownPerson>(Partition, KeyRange.Prefix(Prefix), cancel).ToListAsync(cancel))
            .Select(row => (row.Key[Prefix.Length..], row.Value)).OrderBy(row => row.Value.Name, StringComparer.CurrentCulture)];

    /// <returns>False where nobody of this id has signed in.</returns>
    public async Task<bool> Give(string id, IReadOnlyList<string> cohorts, AccessActor? by = null, CancellationToken cancel = default)
    {
        if (await Read(id, cancel) is null)
        {
            return false;
        }

        await Change(
            id, known => known is null ? null : known with { Cohorts = cohorts },
            known => Event(AccessAct.Given, id, known!.Name, by) with { Role = ManagerRole.Manager, Cohorts = cohorts }, cancel);
        return true;
    }

    /// <summary>Forgets a manager and what was given to them. Who still has the role in the directory may come again, and has nothing then.</summary>
    /// <returns>Whether they were known.</returns>
    public async Task<bool> Remove(string id, AccessActor? by = null, CancellationToken cancel = default)
    {
        while (await Read(id, cancel) is { } known)
        {
            try
            {
                await store.Write(Partition, [known.Delete(), AccessLog.Note(Event(AccessAct.Removed, id, known.Value.Name, by))], cancel);
                return true;
            }
            catch (StoreConflictException)
            {
                // Changed at the same time: look again.
            }
        }

        return false;
    }

    /// <summary>Who comes by a token, and not by the sign-in page, is found in the list too.</summary>
    private async Task<IReadOnlyList<string>> Introduce(EntraPerson person, CancellationToken cancel)
    {
        await Note(person, cancel);
        return [];
    }

    private async Task<Stored<KnownPerson>?> Read(string id, CancellationToken cancel) =>
        Guid.TryParseExact(id, "D", out var guid) && guid.ToString() == id ? await store.Read<KnownPerson>(Partition, Prefix + id, cancel) : null;

    private AccessEvent Event(AccessAct act, string id, string name, AccessActor? by) =>
        new(clock.Time.GetUtcNow(), act, ManagerIdentity.OfEntra(id), name, by);

    private async Task Change(string id, Func<KnownPerson?, KnownPerson?> change, Func<KnownPerson?, AccessEvent?> done, CancellationToken cancel)
    {
        while (true)
        {
            var before = await Read(id, cancel);
            if (change(before?.Value) is not { } after)
            {
                return;
            }

            try
            {
                var row = before is null ? Documents.Insert(Prefix + id, after) : before.Replace(after);
                await store.Write(Partition, done(before?.Value) is { } noted ? [row, AccessLog.Note(noted)] : [row], cancel);
                return;
            }
            catch (StoreConflictException)
            {
                // Changed at the same time: look again.
            }
        }
    }
}
