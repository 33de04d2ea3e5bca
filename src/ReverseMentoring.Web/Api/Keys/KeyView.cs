using System.Text.Json.Serialization;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Keys;

/// <summary>What a key is to be.</summary>
/// <param name="Name">Whose or what for.</param>
/// <param name="Role">viewer, manager or administrator.</param>
/// <param name="Cohorts">Ids of the cohorts that it is for, or <c>*</c> for all; none for an administrator's.</param>
public sealed record KeyRequest(string Name, ManagerRole Role, IReadOnlyList<string>? Cohorts = null);

/// <summary>A key that stands, without the key itself.</summary>
/// <param name="Id">The part between its underscores.</param>
/// <param name="CreatedBy">Name of the key or person that made it; left out where the host did.</param>
/// <param name="LastUsed">The last day on which it was used, in UTC; left out where never yet.</param>
[Tells(Told.Aggregate)]
public sealed record KeyView(
    string Id, string Name, ManagerRole Role, IReadOnlyList<string> Cohorts, DateTimeOffset CreatedAt, string? CreatedBy, DateOnly? LastUsed,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links)
{
    internal static KeyView From(string id, ManagerKey key) => new(id, key.Name, key.Role, key.Cohorts, key.CreatedAt, key.CreatedBy, key.LastUsed, LinksTo(id));

    internal static Dictionary<string, ApiLink> LinksTo(string id) => new()
    {
        ["rotate"] = new($"/api/keys/{id}/rotate", "POST"), ["revoke"] = new($"/api/keys/{id}", "DELETE"),
    };
}

[Tells(Told.Aggregate)]
public sealed record KeyList(IReadOnlyList<KeyView> Items);

/// <summary>A key that was just made.</summary>
/// <param name="Key">Shown this once.</param>
[Tells(Told.Aggregate)]
public sealed record MadeKey(string Id, string Key, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>A manager who signs in by Entra ID.</summary>
/// <param name="Id">Their object id.</param>
/// <param name="Cohorts">Ids of the cohorts that are theirs, or <c>*</c> for all.</param>
/// <param name="LastSeen">The day of their last sign-in, in UTC.</param>
[Tells(Told.Aggregate)]
public sealed record ManagerView(string Id, string Name, IReadOnlyList<string> Cohorts, DateOnly LastSeen);

[Tells(Told.Aggregate)]
public sealed record ManagerList(IReadOnlyList<ManagerView> Items);

/// <param name="Cohorts">Ids of the cohorts that are theirs from now on, or <c>*</c> for all.</param>
public sealed record CohortsRequest(IReadOnlyList<string?>? Cohorts);
