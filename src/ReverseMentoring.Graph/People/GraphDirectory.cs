using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Graph.Calls;

namespace ReverseMentoring.Graph.People;

/// <summary>The directory of Microsoft 365. Addresses may be user principal names or mail addresses.</summary>
public sealed class GraphDirectory(GraphServiceClient client, IOptions<GraphOptions> options, TimeProvider time) : IDirectory
{
    private static readonly string[] UserFields = ["id", "displayName", "mail", "userPrincipalName", "jobTitle", "department", "preferredLanguage", "city", "country"];

    private readonly Batches batches = new(client, options.Value, time);

    public async Task<IReadOnlyList<DirectoryFacts>> LookUpAsync(IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        var users = new User?[addresses.Count];
        foreach (var (i, found) in (await batches.GetAsync([.. addresses.Select(Find)], cancellation)).Index())
        {
            users[i] = (await ReadAsync(found, UserCollectionResponse.CreateFromDiscriminatorValue, cancellation))?.Value is [{ Id: not null } user] ? user : null;
        }

        var known = Enumerable.Range(0, users.Length).Where(i => users[i] is not null).ToArray();
        var lines = await batches.GetAsync([.. known.Select(i => ReportingLine(users[i]!.Id!))], cancellation, HttpStatusCode.Forbidden);
        var mailboxes = await batches.GetAsync([.. known.Select(i => Mailbox(users[i]!.Id!))], cancellation, HttpStatusCode.Forbidden);
        var facts = addresses.Select(address => new DirectoryFacts(address, Found: false)).ToArray();
        for (var i = 0; i < known.Length; i++)
        {
            var mailbox = await ReadAsync(mailboxes[i], MailboxSettings.CreateFromDiscriminatorValue, cancellation);
            facts[known[i]] = DirectoryFactsMapper.From(addresses[known[i]], users[known[i]]!, mailbox, time.GetUtcNow()) with
            {
                Managers = lines[i] is { } line ? DirectoryFactsMapper.ReportingLine(line) : null,
            };
        }

        return facts;
    }

    private RequestInformation Find(string address)
    {
        var quoted = address.Replace("'", "''", StringComparison.Ordinal);
        return client.Users.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Filter = $"userPrincipalName eq '{quoted}' or mail eq '{quoted}'";
            request.QueryParameters.Select = UserFields;
        });
    }

    /// <summary>Up to the top, apart from the user, since it may be forbidden; more than one step needs a count and eventual consistency.</summary>
    private RequestInformation ReportingLine(string id)
    {
        var request = client.Users[id].ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = ["id"];
            request.QueryParameters.Expand = ["manager($levels=max;$select=id,mail,userPrincipalName)"];
            request.Headers.Add("ConsistencyLevel", "eventual");
        });
        request.UrlTemplate = request.UrlTemplate!.Replace("{?", "{?%24count,", StringComparison.Ordinal);
        request.QueryParameters["%24count"] = true;
        return request;
    }

    private RequestInformation Mailbox(string id) => client.Users[id].MailboxSettings.ToGetRequestInformation();

    private static async Task<T?> ReadAsync<T>(string? json, ParsableFactory<T> factory, CancellationToken cancellation)
        where T : class, IParsable =>
        json is null ? null : await KiotaJsonSerializer.DeserializeAsync(json, factory, cancellation);
}
