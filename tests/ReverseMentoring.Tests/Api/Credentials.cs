using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Something that somebody may come with, and what it is worth.</summary>
/// <param name="Role">Null: nothing.</param>
/// <param name="IsOfCohort">Whether it is for the cohort that is asked about.</param>
internal sealed record Credential(string Name, Action<HttpRequestMessage> Put, ManagerRole? Role = null, bool IsOfCohort = false, bool IsKnown = true)
{
    public bool Opens(ManagerRole needed, bool isAboutCohort) => Role >= needed && (!isAboutCohort || IsOfCohort);
}

/// <summary>All that somebody may come with.</summary>
internal sealed class Credentials(ManageHost host, HttpClient http, TestDirectory directory)
{
    /// <summary>The cohort that is asked about; there is none, so that nothing happens to one.</summary>
    public const string Cohort = "mine-2027-01-05";

    private const string Other = "other-2027-01-05";

    private ManagerKeys Keys => host.Services.GetRequiredService<ManagerKeys>();

    public async Task<IReadOnlyList<Credential>> All() =>
    [
        new("nothing", _ => { }, IsKnown: false),
        new("a key that nobody made", ByKey("rm_abcdefghijkm_abcdefghijkmnpqrstuvwxyz23456789abcdefgh"), IsKnown: false),
        new("a wrong secret", ByKey((await Keys.Create("wrong"))[..^4] + "aaaa"), IsKnown: false),
        new("a revoked key", ByKey(await Revoked()), IsKnown: false),
        new("a rotated key", ByKey(await Rotated()), IsKnown: false),
        new("a viewer of the cohort", ByKey(await Key(ManagerRole.Viewer, Cohort)), ManagerRole.Viewer, true),
        new("a viewer of another", ByKey(await Key(ManagerRole.Viewer, Other)), ManagerRole.Viewer),
        new("a viewer of all", ByKey(await Key(ManagerRole.Viewer, "*")), ManagerRole.Viewer, true),
        new("a manager of the cohort", ByKey(await Key(ManagerRole.Manager, Other, Cohort)), ManagerRole.Manager, true),
        new("a manager of another", ByKey(await Key(ManagerRole.Manager, Other)), ManagerRole.Manager),
        new("a manager of all", ByKey(await Key(ManagerRole.Manager, "*")), ManagerRole.Manager, true),
        new("an administrator", ByKey(await Keys.Create("admin")), ManagerRole.Administrator, true),
        new("an administrator's session", ByCookie(await Session(await Keys.Create("admin"))), ManagerRole.Administrator, true),
        new("a manager's session of another cohort", ByCookie(await Session(await Key(ManagerRole.Manager, Other))), ManagerRole.Manager),
        new("a viewer's session", ByCookie(await Session(await Key(ManagerRole.Viewer, Cohort))), ManagerRole.Viewer, true),
        new("a session that has ended", ByCookie(await Expired()), IsKnown: false),
        new("a session that was signed out", ByCookie(await SignedOut()), IsKnown: false),
        new("a session of a revoked key", ByCookie(await OfRevokedKey()), IsKnown: false),
        new("a session of a release whose cookies named keys", ByCookie(await OfAnOlderRelease()), IsKnown: false),
        new("a session that nobody signed", ByCookie("manager=" + Forged()), IsKnown: false),
        new("an administrator of Entra ID", ByToken(directory.Token("administrator")), ManagerRole.Administrator, true),
        new("a manager of Entra ID without cohorts", ByToken(directory.Token("manager", oid: Guid.NewGuid().ToString())), ManagerRole.Manager),
        new("a manager of Entra ID with the cohort", ByToken(await Given()), ManagerRole.Manager, true),
        new("a viewer of Entra ID", ByToken(directory.Token("viewer")), ManagerRole.Viewer, true),
        new("somebody of Entra ID without a role", ByToken(directory.Token(null))),
        new("a token that is old", ByToken(directory.Token("administrator", age: TimeSpan.FromHours(2))), IsKnown: false),
    ];

    private static Action<HttpRequestMessage> ByKey(string key) => request => request.Headers.Add("X-Api-Key", key);

    private static Action<HttpRequestMessage> ByToken(string token) => request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private static Action<HttpRequestMessage> ByCookie(string pair) => request =>
    {
        request.Headers.Add("Cookie", pair);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
    };

    private async Task<string> Key(ManagerRole role, params string[] cohorts) => (await Keys.Create(new NewKey($"{role}", role, cohorts))).Key;

    private async Task<string> Revoked()
    {
        var key = await Keys.Create("revoked");
        await Keys.Revoke(key.Split('_')[1]);
        return key;
    }

    private async Task<string> Rotated()
    {
        var key = await Keys.Create("rotated");
        Assert.NotNull(await Keys.Rotate(key.Split('_')[1], null));
        return key;
    }

    private async Task<string> Session(string key)
    {
        using var request = Post(SignInPaths.SignIn, new FormUrlEncodedContent([new("key", key)]));
        using var answer = await http.SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Its row moved to an hour ago, and a cookie that is signed and names it there.</summary>
    private async Task<string> Expired()
    {
        var signer = host.Services.GetRequiredService<LinkSigner>();
        var row = signer.Verify("session", (await Session(await Keys.Create("expired"))).Split('=', 2)[1])!;
        var body = (await host.Store.Read("sessions", row))!.Body;
        var key = $"{DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds():D12}.{row.Split('.')[1]}";
        await host.Store.Write("sessions", [new Change.Insert(key, body)]);
        return "manager=" + signer.Sign("session", key);
    }

    private async Task<string> SignedOut()
    {
        var pair = await Session(await Keys.Create("out"));
        using var request = Post(SignInPaths.SignOut, new FormUrlEncodedContent([]));
        request.Headers.Add("Cookie", pair);
        using var answer = await http.SendAsync(request);
        return pair;
    }

    private async Task<string> OfRevokedKey()
    {
        var key = await Keys.Create("gone");
        var pair = await Session(key);
        await Keys.Revoke(key.Split('_')[1]);
        return pair;
    }

    private async Task<string> OfAnOlderRelease() => "manager=" + host.Services.GetRequiredService<LinkSigner>().Sign(
        "manager-session", $"{(await Keys.Create("older")).Split('_')[1]}~{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}");

    private static string Forged() => new LinkSigner([new("k1", new byte[LinkSigner.KeyBytes])])
        .Sign("session", $"{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds():D12}.0");

    private async Task<string> Given()
    {
        var (people, person) = (host.Services.GetRequiredService<EntraPeople>(), new EntraPerson(Guid.NewGuid().ToString(), "Given", ManagerRole.Manager));
        await people.Note(person);
        Assert.True(await people.Give(person.Id, [Cohort]));
        return directory.Token("manager", oid: person.Id);
    }

    private static HttpRequestMessage Post(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }
}
