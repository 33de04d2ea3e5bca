using System.CommandLine;
using System.CommandLine.Parsing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Graph;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.Smtp;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>The options by which mails go to a real mail service.</summary>
internal sealed class MailOptions
{
    /// <summary>Where the password of the mail server is read from.</summary>
    private const string Password = "REVERSEMENTORING_SMTP_PASSWORD";

    private readonly Option<LocalMail?> service = new("--mail")
    {
        Description = "mailbox, smtp or microsoft-365 (out of the mailbox of --manager-email; the login is the environment's)",
        CustomParser = given => given.Tokens[0].Value switch
        {
            "mailbox" => LocalMail.Mailbox,
            "smtp" => LocalMail.Smtp,
            "microsoft-365" => LocalMail.Microsoft365,
            var other => Unknown(given, other),
        },
    };

    private readonly Option<string?> server = new("--smtp") { Description = $"host:port of a real mail server; password in {Password}" };
    private readonly Option<string?> user = new("--smtp-user") { Description = "Login at the mail server" };
    private readonly Option<bool> insecure = new("--smtp-insecure")
    {
        Description = "Don't encrypt the line to the mail server, though mails carry links that are as good as a login",
    };

    public MailOptions() => server.Validators.Add(given =>
    {
        if (given.Tokens is [var name] && !SmtpSettings.TryParse(name.Value, "", out _))
        {
            given.AddError($"'{name.Value}' is no mail server: write it as smtp.example.org:587.");
        }
    });

    public void AddTo(Command command)
    {
        command.Options.Add(service);
        command.Validators.Add(given =>
        {
            if (given.GetValue(service) is { } chosen && chosen is LocalMail.Smtp == given.GetValue(server) is null)
            {
                given.AddError("--mail smtp and --smtp, the mail server, go together.");
            }
        });
        command.Options.Add(server);
        command.Options.Add(user);
        command.Options.Add(insecure);
    }

    /// <summary>A mail server that is named is the one that mails go to.</summary>
    public LocalMail Service(SymbolResult given) =>
        given.GetValue(service) ?? (given.GetValue(server) is null ? LocalMail.Mailbox : LocalMail.Smtp);

    public LocalMail Service(ParseResult parsed) => Service(parsed.CommandResult);

    /// <summary>What the service takes, unless it is known better.</summary>
    public MailQuota UsualQuota(ParseResult parsed) => Service(parsed) switch
    {
        LocalMail.Smtp => SmtpSettings.UsualQuota,
        LocalMail.Microsoft365 => GraphMail.UsualQuota,
        _ => MailQuota.Unlimited,
    };

    /// <param name="parsed">What was typed.</param>
    /// <param name="sender">The address that all mails come from.</param>
    /// <returns>Null: no server was named.</returns>
    public SmtpSettings? ReadSettings(ParseResult parsed, string sender) =>
        parsed.GetValue(server) is { } name && SmtpSettings.TryParse(name, sender, out var settings)
            ? settings with { User = parsed.GetValue(user), Password = ReadPassword(), Insecure = parsed.GetValue(insecure) }
            : null;

    public string? User(SymbolResult given) => given.GetValue(user);

    public bool IsInsecure(ParseResult parsed) => parsed.GetValue(insecure);

    public static string? ReadPassword() => Environment.GetEnvironmentVariable(Password);

    private static LocalMail? Unknown(ArgumentResult given, string other)
    {
        given.AddError($"'{other}' is no mail service: mailbox, smtp or microsoft-365.");
        return null;
    }
}
