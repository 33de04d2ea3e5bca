using System.CommandLine;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>Without a command: serves on the real clock, and goes on where it was.</summary>
internal static class ServeCommand
{
    /// <param name="root">The command line.</param>
    /// <param name="serve">What is done with what was said; null: it is served.</param>
    public static void AddTo(RootCommand root, Func<LocalSettings, CancellationToken, Task<int>>? serve = null)
    {
        var folder = Folder();
        var address = Address();
        var perHour = new Option<int?>("--mails-per-hour") { Description = "At most so many mails an hour" };
        var stopsMail = new Option<bool>("--stop-mail") { Description = "No mail goes, whatever managers say, until it is started without this" };
        var atOnce = new Option<bool>("--mails-at-once") { Description = "Each mail goes at once and by itself, by day and night: to try it out" };
        var managerName = new Option<string>("--manager-name") { Description = "Who signs the mails", DefaultValueFactory = _ => "Programme team" };
        var managerEmail = new Option<string>("--manager-email")
        {
            Description = "The address of who signs the mails",
            DefaultValueFactory = _ => "programme@example.org",
        };
        var trustedName = new Option<string>("--trusted-name") { Description = "Whom people can turn to with worries: neutral", DefaultValueFactory = _ => "Neutral contact" };
        var trustedEmail = new Option<string?>("--trusted-email") { Description = "The neutral contact's address; a real mail service needs one, here or in each cohort" };
        var trustedPhone = new Option<string?>("--trusted-phone") { Description = "The neutral contact's telephone" };
        var smtp = new MailOptions();
        var calendar = new Option<string?>("--calendar-mailbox")
        {
            Description = "The product's mailbox in Microsoft 365, for cohorts whose sessions stand in calendars; the login is the environment's",
        };
        foreach (var option in new Option[] { folder, address, perHour, stopsMail, atOnce, managerName, managerEmail, trustedName, trustedEmail, trustedPhone, calendar })
        {
            root.Options.Add(option);
        }

        smtp.AddTo(root);
        var returned = new ReturnedOptions();
        returned.AddTo(root, smtp);
        var entra = new EntraOptions();
        entra.AddTo(root);
        root.SetAction((parsed, cancel) => (serve ?? Run)(
            new LocalSettings
            {
                Folder = parsed.GetValue(folder)!.FullName,
                Address = parsed.GetValue(address)!,
                Quota = parsed.GetValue(perHour) is { } quota ? new(null, quota) : smtp.UsualQuota(parsed),
                StopsMail = parsed.GetValue(stopsMail),
                MailsAtOnce = parsed.GetValue(atOnce),
                Manager = new Contact(parsed.GetValue(managerName)!, parsed.GetValue(managerEmail)!),
                Trusted = (parsed.GetValue(trustedEmail) ?? (smtp.Service(parsed) is LocalMail.Mailbox ? "neutral@example.org" : null)) is { } ear
                    ? new Contact(parsed.GetValue(trustedName)!, ear, Phone: parsed.GetValue(trustedPhone))
                    : null,
                CalendarMailbox = parsed.GetValue(calendar),
                Collector = Uri.TryCreate(Environment.GetEnvironmentVariable(LocalTelemetry.CollectorName), UriKind.Absolute, out var collector) ? collector : null,
                Entra = entra.ReadSettings(parsed),
                Mail = smtp.Service(parsed),
                Smtp = smtp.ReadSettings(parsed, parsed.GetValue(managerEmail)!),
                Imap = returned.ReadSettings(parsed, smtp),
                ReadsMailbox = returned.ReadsMailbox(parsed),
            },
            cancel));
    }

    public static Option<DirectoryInfo> Folder() => new("--data")
    {
        Description = "The folder for all data",
        DefaultValueFactory = _ => new("reverse-mentoring-data"),
    };

    public static Option<Uri> Address() => new("--address")
    {
        Description = "Where it listens, and what links in mails begin with",
        DefaultValueFactory = _ => new Uri("http://localhost:7071"),
        CustomParser = given =>
        {
            if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            {
                return address;
            }

            given.AddError($"'{given.Tokens[0].Value}' is no address: write it whole, such as http://localhost:7071.");
            return null;
        },
    };

    private static async Task<int> Run(LocalSettings settings, CancellationToken cancel)
    {
        using var mine = ServedFolder.Claim(settings.Folder!);
        FreeAddress.Check(settings.Address);
        await using var app = LocalProgramme.Build(settings);
        await app.StartAsync(cancel);
        Terminal.Line($"Reverse mentoring is at [link]{settings.Address}[/]");
        Terminal.Line($"  mails      {new Uri(settings.Address, "mailbox")}");
        Terminal.Line($"  managers   {new Uri(settings.Address, "manage")}");
        Terminal.Line($"  interface  {new Uri(settings.Address, "openapi/v1.json")}");
        Terminal.Line($"  data       {settings.Folder}");
        if (await app.Services.GetRequiredService<ManagerKeys>().CreateFirst(cancel) is { } key)
        {
            Terminal.Line($"The manager's key, shown this once: [bold]{key}[/]");
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
