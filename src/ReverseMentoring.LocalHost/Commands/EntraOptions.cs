using System.CommandLine;
using System.CommandLine.Parsing;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>The options by which managers sign in by Entra ID.</summary>
internal sealed class EntraOptions
{
    private readonly Option<string?> tenant = Id("--entra-tenant", "The directory's id: its managers sign in with their company's account");
    private readonly Option<string?> client = Id("--entra-client", "The app registration's id");

    public void AddTo(Command command)
    {
        command.Options.Add(tenant);
        command.Options.Add(client);
        command.Validators.Add(given =>
        {
            if (given.GetValue(tenant) is null != given.GetValue(client) is null)
            {
                given.AddError("--entra-tenant and --entra-client go together.");
            }
        });
    }

    /// <returns>Null: by keys only.</returns>
    public EntraSettings? ReadSettings(ParseResult parsed) =>
        parsed.GetValue(tenant) is { } directory && parsed.GetValue(client) is { } app ? new() { TenantId = directory, ClientId = app } : null;

    private static Option<string?> Id(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var id] && !Guid.TryParse(id.Value, out _))
            {
                given.AddError($"'{id.Value}' is no id: {name} is a GUID.");
            }
        });
        return option;
    }
}
