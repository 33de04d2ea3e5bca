using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Smtp;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Killed;

/// <summary>
/// The local host on a folder, whose mails go to a mail server and whose people are elsewhere. It says on standard output how it may be
/// asked and when all that was due is done; for each line that it reads it turns its clock to what comes next, and it ends with the last.
/// </summary>
internal static class MailedHost
{
    /// <summary>Before a manager's key: it listens.</summary>
    public const string Key = "key ";

    /// <summary>All that was due is done.</summary>
    public const string Settled = "settled";

    public static async Task<int> Run(string folder, string address, string smtpPort)
    {
        var clock = KeptClock.Read(folder);
        var settings = new LocalSettings
        {
            Folder = folder, Address = new(address), MailsAtOnce = true, Mail = LocalMail.Smtp,
            Smtp = new("127.0.0.1", int.Parse(smtpPort, CultureInfo.InvariantCulture), "programme@example.org") { Insecure = true },
        };
        await using var app = LocalProgramme.Build(settings, clock);
        await app.StartAsync();
        var time = app.Services.GetRequiredService<VirtualTime>();
        Console.Out.WriteLine(Key + await app.Services.GetRequiredService<ManagerKeys>().Create("test"));
        while (true)
        {
            await KeptClock.Write(folder, time.Now);
            await time.Settle();
            Console.Out.WriteLine(Settled);
            if (await Console.In.ReadLineAsync() is null)
            {
                return 0;
            }

            await time.TurnToNext();
        }
    }
}
