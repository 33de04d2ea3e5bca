using System.CommandLine;
using ReverseMentoring.LocalHost.Mailbox;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>The options by which mails go to a real mail server.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Where the password of the mail server is read from.</summary>
    private const string Password = "REVERSEMENTORING_SMTP_PASSWORD";

    private readonly Option<string?> server = new("--smtp") { Description = $"host:port of a real mail server; password in {Password}" };
    private readonly Option<string?> user = new("--smtp-user") { Description = "Login at the mail server" };
    private readonly Option<bool> insecure = new("--smtp-insecure")
    {
        Description = "Don't encrypt the line to the mail server, though mails carry links that are as good as a login",
    };

    public SmtpOptions() => server.Validators.Add(given =>
    {
        if (given.Tokens is [var name] && !SmtpSettings.TryParse(name.Value, "", out _))
        {
            given.AddError($"'{name.Value}' is no mail server: write it as smtp.example.org:587.");
        }
    });

    public void AddTo(Command command)
    {
        command.Options.Add(server);
        command.Options.Add(user);
        command.Options.Add(insecure);
    }

    /// <param name="parsed">What was typed.</param>
    /// <param name="sender">The address that all mails come from.</param>
    /// <returns>Null: no server was named.</returns>
    public SmtpSettings? ReadSettings(ParseResult parsed, string sender) =>
        parsed.GetValue(server) is { } name && SmtpSettings.TryParse(name, sender, out var settings)
            ? settings with { User = parsed.GetValue(user), Password = Environment.GetEnvironmentVariable(Password), Insecure = parsed.GetValue(insecure) }
            : null;
}
