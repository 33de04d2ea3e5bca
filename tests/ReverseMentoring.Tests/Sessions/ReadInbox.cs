using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Serving;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A programme whose mailbox is read by IMAP.</summary>
internal static class ReadInbox
{
    public static Action<IServiceCollection> Of(SmallImapServer server) =>
        services => services.AddReturnedMails().AddImapInbox(new("127.0.0.1", server.Port, "programme", "secret") { Insecure = true });

    public static async Task Look(TestProgramme programme)
    {
        await programme.Host.GetRequiredService<ReturnedMails>().Look();
        await programme.Time.Settle();
    }
}
