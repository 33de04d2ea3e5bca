using System.CommandLine;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.Smtp.Returned;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>The options by which mails that came back are looked for.</summary>
internal sealed class ReturnedOptions
{
    /// <summary>Where the password of the mailbox is read from; without it, it is that of the mail server.</summary>
    private const string Password = "REVERSEMENTORING_IMAP_PASSWORD";

    private readonly Option<string?> server = new("--imap")
    {
        Description = $"host:port where the mailbox of --manager-email is read by IMAP, for mails that came back; password in {Password}, or the mail server's",
    };

    private readonly Option<string?> user = new("--imap-user") { Description = "Login at the mailbox, unless it is that of the mail server" };

    private readonly Option<bool> reads = new("--read-returned") { Description = "With --mail microsoft-365: look for mails that came back to its mailbox" };

    public ReturnedOptions() => server.Validators.Add(given =>
    {
        if (given.Tokens is [var name] && ImapSettings.TryParse(name.Value, "", null) is null)
        {
            given.AddError($"'{name.Value}' is no mail server: write it as imap.example.org:993.");
        }
    });

    public void AddTo(Command command, MailOptions mail)
    {
        command.Options.Add(server);
        command.Options.Add(user);
        command.Options.Add(reads);
        command.Validators.Add(given =>
        {
            if (given.GetValue(server) is not null && mail.Service(given) is not LocalMail.Smtp)
            {
                given.AddError("--imap goes with --smtp: mails come back to a mailbox only where they went by a mail server.");
            }

            if (given.GetValue(server) is not null && (given.GetValue(user) ?? mail.User(given)) is null)
            {
                given.AddError("--imap needs --imap-user, or --smtp-user where that is the same.");
            }

            if (given.GetValue(reads) && mail.Service(given) is not LocalMail.Microsoft365)
            {
                given.AddError("--read-returned goes with --mail microsoft-365.");
            }
        });
    }

    public bool ReadsMailbox(ParseResult parsed) => parsed.GetValue(reads);

    /// <returns>Null: no server was named.</returns>
    public ImapSettings? ReadSettings(ParseResult parsed, MailOptions mail) =>
        parsed.GetValue(server) is { } name
            ? ImapSettings.TryParse(name, parsed.GetValue(user) ?? mail.User(parsed.CommandResult) ?? "", Environment.GetEnvironmentVariable(Password) ?? MailOptions.ReadPassword())
                is { } settings ? settings with { Insecure = mail.IsInsecure(parsed) } : null
            : null;
}
