using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>
/// A manager's sign-in in a browser: a row that every instance reads, and a cookie that names it and is signed as links
/// are. Signing out takes the row away, and the cookie, whoever has a copy of it, is nothing any more.
/// </summary>
public sealed class ManagerSessions(ManagerKeys keys, EntraPeople people, IStore store, LinkSigner signer, SignInClock clock)
{
    public const string Cookie = "manager";

    /// <summary>Another than that of releases whose cookies named a key: theirs are nothing here.</summary>
    private const string Purpose = "session";

    /// <summary>Of all sessions.</summary>
    public const string Partition = "sessions";

    /// <summary>A working day and a little, of real time: a rehearsal's clock signs nobody out.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <returns>Whether the key is one; then the browser is signed in.</returns>
    public async Task<bool> SignIn(HttpContext context, string key)
    {
        if (await keys.Check(key.Trim(), context.RequestAborted) is not { } id)
        {
            return false;
        }

        await Begin(context, new Session(id, null));
        return true;
    }

    /// <summary>Signs in somebody whom Entra ID has told apart, with the role that it told, until this sign-in ends.</summary>
    public async Task SignIn(HttpContext context, EntraPerson person)
    {
        await people.Note(person, context.RequestAborted);
        await Begin(context, new Session(null, person));
    }

    public async Task SignOut(HttpContext context)
    {
        if (RowOf(context) is { } row)
        {
            await Forget([new Change.Delete(row)], context.RequestAborted);
        }

        context.Response.Cookies.Delete(Cookie, Options(context));
    }

    /// <summary>Signs somebody out whom Entra ID has told, wherever they are signed in.</summary>
    public async Task EndOf(string person, CancellationToken cancel = default)
    {
        await foreach (var session in store.Query<Session>(Partition, KeyRange.Prefix(""), cancel))
        {
            if (session.Value.Person?.Id == person)
            {
                await Forget([new Change.Delete(session.Key)], cancel);
            }
        }
    }

    /// <returns>Who is signed in, with the role and the cohorts of now; null where nobody is, or no more.</returns>
    public async Task<ManagerIdentity?> Find(HttpContext context)
    {
        if (RowOf(context) is not { } row || await store.Read<Session>(Partition, row, context.RequestAborted) is not { } session)
        {
            return null;
        }

        return session.Value switch
        {
            { Key: { } key } => await keys.Use(key, context.RequestAborted),
            { Person: { } person } => await people.Identify(person, context.RequestAborted),
            _ => null,
        };
    }

    private async Task Begin(HttpContext context, Session session)
    {
        var now = clock.Time.GetUtcNow();
        var over = await store.Query(Partition, new KeyRange("", KeyOf(now, "")), context.RequestAborted).Take(StoreLimits.Changes)
            .Select(row => (Change)new Change.Delete(row.Key)).ToListAsync(context.RequestAborted);
        if (over.Count > 0)
        {
            await Forget(over, context.RequestAborted);
        }

        var key = KeyOf(now + Length, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        await store.Write(Partition, [Documents.Insert(key, session)], context.RequestAborted);
        context.Response.Cookies.Append(Cookie, signer.Sign(Purpose, key), Options(context));
    }

    private async Task Forget(IReadOnlyList<Change> rows, CancellationToken cancel)
    {
        try
        {
            await store.Write(Partition, rows, cancel);
        }
        catch (StoreConflictException)
        {
            // Somebody else takes them away, now or before.
        }
    }

    /// <summary>The row that the cookie names, unless its time is over.</summary>
    private string? RowOf(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } token && signer.Verify(Purpose, token) is { } key
        && string.CompareOrdinal(key, KeyOf(clock.Time.GetUtcNow(), "")) > 0
            ? key
            : null;

    /// <summary>Sorts by the end, so that what is over is found without reading the others.</summary>
    private static string KeyOf(DateTimeOffset ends, string id) => string.Create(CultureInfo.InvariantCulture, $"{ends.ToUnixTimeSeconds():D12}.{id}");

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        // Behind a proxy the request itself came without TLS. Whoever makes the header up gets a stricter cookie, and no more.
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps,
        Path = "/",
        IsEssential = true,
    };

    /// <param name="Key">The id of the key by which the browser signed in; else</param>
    /// <param name="Person">whom Entra ID told.</param>
    [Kept("sessions", KeptFor.Accountability, ReadBy.Nobody, KeptUntil.SignedOut)]
    private sealed record Session(string? Key, EntraPerson? Person);
}
