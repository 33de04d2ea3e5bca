using Microsoft.Extensions.Configuration;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Hosting;

/// <summary>All settings, read and checked once at the start.</summary>
public sealed record Settings(HostSettings Programme, TableSettings Storage, MailSettings Mail, EntraSettings? Entra, string? ServiceMailbox)
{
    /// <exception cref="SettingsException">Settings are missing or wrong.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var programme = Section<HostSettings>(configuration, "Programme", faults) ?? new();
        var storage = TableSettings.From(configuration);
        var mail = Section<MailSettings>(configuration, "Mail", faults) ?? new();
        var entra = Section<EntraSettings>(configuration, "Entra", faults);
        var mailbox = configuration["Graph:ServiceMailbox"];
        faults.AddRange([.. programme.Faults(), .. storage.Faults(), .. mail.Faults(), .. entra?.Faults() ?? []]);
        if (mailbox is { Length: > 0 } && !mailbox.Contains('@', StringComparison.Ordinal))
        {
            faults.Add($"Graph__ServiceMailbox is '{mailbox}': the address of the product's mailbox is needed, or nothing.");
        }

        return faults.Count == 0
            ? new(programme, storage, mail, entra, mailbox is { Length: > 0 } ? mailbox : null)
            : throw new SettingsException(faults);
    }

    /// <summary>Null where the section is not there. A value that can't be read is a fault like others.</summary>
    private static T? Section<T>(IConfiguration configuration, string name, List<string> faults)
        where T : class
    {
        try
        {
            return configuration.GetSection(name).Get<T>();
        }
        catch (InvalidOperationException failure)
        {
            // The binder's message names the setting, and its inner one the value that it could not convert.
            faults.Add($"{name}: {failure.Message}");
            return null;
        }
    }
}
