using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;

namespace ReverseMentoring.Functions.Tables;

/// <summary>
/// Where the table is: in the storage account of the Functions host itself, by connection string or by the app's identity,
/// under the same settings that the host reads.
/// </summary>
/// <param name="ConnectionString"><c>AzureWebJobsStorage</c>.</param>
/// <param name="Endpoint"><c>AzureWebJobsStorage__tableServiceUri</c>, or made of <c>AzureWebJobsStorage__accountName</c>.</param>
public sealed record TableSettings(string? ConnectionString, string? Endpoint)
{
    private const string Section = "AzureWebJobsStorage";

    private const string Table = "ReverseMentoringRows";

    public static TableSettings From(IConfiguration configuration)
    {
        var storage = configuration.GetSection(Section);
        return new(storage.Value, storage["tableServiceUri"] ?? (storage["accountName"] is { Length: > 0 } account
            ? $"https://{account}.table.core.windows.net"
            : null));
    }

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrEmpty(ConnectionString) && !Uri.TryCreate(Endpoint, UriKind.Absolute, out _))
        {
            yield return $"{Section}__accountName, {Section}__tableServiceUri or {Section} is missing: the storage account that keeps all.";
        }
    }

    public TableClient Open(Lazy<TokenCredential> identity) => string.IsNullOrEmpty(ConnectionString)
        ? new(new Uri(Endpoint!), Table, identity.Value)
        : new(ConnectionString, Table);
}
