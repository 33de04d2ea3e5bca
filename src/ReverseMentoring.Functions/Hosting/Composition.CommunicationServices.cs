using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Functions.Mail.CommunicationServices;

namespace ReverseMentoring.Functions.Hosting;

/// <summary>The one transport whose package not every package source has: <c>-p:CommunicationServices=false</c> builds without this file.</summary>
public static partial class Composition
{
    static partial void AddCommunicationServices(IServiceCollection services, Settings settings, Lazy<TokenCredential> identity) => services
        .AddSingleton(_ => MailClients.Open(settings.Mail, identity))
        .AddSingleton<IMailTransport, CommunicationMail>();
}
