using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Hosting;
using ReverseMentoring.Graph;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Smtp;
using ReverseMentoring.Smtp.Returned;

namespace ReverseMentoring.Functions.Tests.Hosting;

public sealed class SettingsTests
{
    private static readonly string Secret = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    private readonly Dictionary<string, string?> good = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage:accountName"] = "stmentoring",
        ["Programme:Address"] = "https://mentoring.example.org",
        ["Programme:LinkKeys"] = $"k1:{Secret}",
        ["Mail:Endpoint"] = "https://acs.communication.azure.com",
        ["Mail:Sender"] = "donotreply@example.org",
    };

    [Fact]
    public void What_is_complete_is_read()
    {
        var settings = Read();

        Assert.Equal("https://stmentoring.table.core.windows.net", settings.Storage.Endpoint);
        Assert.Null(settings.Entra);
        Assert.Equal(100, settings.Mail.Quota.PerHour);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", null, "AzureWebJobsStorage__accountName")]
    [InlineData("Programme:Address", null, "Programme__Address")]
    [InlineData("Programme:Address", "http://mentoring.example.org", "Programme__Address")]
    [InlineData("Programme:LinkKeys", null, "Programme__LinkKeys")]
    [InlineData("Programme:LinkKeys", "k1:short", "Programme__LinkKeys")]
    [InlineData("Programme:ManagerKey", "rm_abc", "Programme__ManagerKey")]
    [InlineData("Programme:ManagerEmail", "pat", "Programme__ManagerEmail")]
    [InlineData("Mail:Endpoint", null, "Mail__Endpoint")]
    [InlineData("Mail:Sender", "nobody", "Mail__Sender")]
    [InlineData("Mail:PerMinute", "0", "Mail__PerMinute")]
    [InlineData("Mail:PerMinute", "many", "PerMinute")]
    [InlineData("Mail:Stopped", "perhaps", "Stopped")]
    [InlineData("Mail:Service", "pigeon", "pigeon")]
    [InlineData("Mail:Service", "Smtp", "Mail__Server")]
    [InlineData("Entra:TenantId", "contoso", "Entra__TenantId")]
    [InlineData("Graph:ServiceMailbox", "nobody", "Graph__ServiceMailbox")]
    public void What_is_missing_or_wrong_is_named(string key, string? value, string named)
    {
        good[key] = value;

        var failure = Assert.Throws<SettingsException>(Read);

        Assert.Contains(failure.Faults, fault => fault.Contains(named, StringComparison.Ordinal));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CommunicationServices", 30, 100)]
    [InlineData("Microsoft365", 30, 400)]
    [InlineData("Smtp", 30, 400)]
    public void One_setting_says_which_service_mails_go_by_and_each_has_a_quota_of_its_own(string service, int perMinute, int perHour)
    {
        good["Mail:Service"] = service;
        good["Mail:Server"] = "smtp.example.org:2525";
        good["Mail:Endpoint"] = service == "CommunicationServices" ? good["Mail:Endpoint"] : null;

        var settings = Read();

        Assert.Equal((perMinute, perHour), (settings.Mail.Quota.PerMinute, settings.Mail.Quota.PerHour));
        Assert.Equal(("smtp.example.org", 2525), (settings.Mail.Smtp!.Host, settings.Mail.Smtp.Port));
        if (service != "CommunicationServices")
        {
            using var host = new ServiceCollection().AddLogging().AddAzureHost(settings).BuildServiceProvider();
            Assert.Equal(service == "Smtp" ? typeof(SmtpTransport) : typeof(GraphMail), host.GetRequiredService<IMailTransport>().GetType());
        }

        good["Mail:PerHour"] = "7";
        Assert.Equal(7, Read().Mail.Quota.PerHour);
    }

    [Theory]
    [InlineData("Smtp", "imap.example.org:993", true)]
    [InlineData("Smtp", null, false)]
    [InlineData("Microsoft365", "true", true)]
    [InlineData("Microsoft365", "false", false)]
    [InlineData("Microsoft365", null, false)]
    public void Mails_that_come_back_are_looked_for_where_a_mailbox_is_named(string service, string? inbox, bool looks)
    {
        (good["Mail:Service"], good["Mail:Server"], good["Mail:User"], good["Mail:Password"], good["Mail:Inbox"]) = (service, "smtp.example.org", "me", "x", inbox);

        var settings = Read();
        using var host = new ServiceCollection().AddLogging().AddAzureHost(settings).BuildServiceProvider();

        Assert.Equal(looks, host.GetService<ReturnedMails>() is not null);
        Assert.Equal(looks && service == "Smtp" ? new ImapSettings("imap.example.org", 993, "me", "x") : null, settings.Mail.Imap);
        (good["Mail:InboxUser"], good["Mail:InboxPassword"]) = ("box", "y");
        Assert.Equal(looks && service == "Smtp" ? new ImapSettings("imap.example.org", 993, "box", "y") : null, Read().Mail.Imap);
    }

    [Theory]
    [InlineData("CommunicationServices", "true", "me")]
    [InlineData("Smtp", "imap:none", "me")]
    [InlineData("Smtp", "imap.example.org", null)]
    [InlineData("Microsoft365", "imap.example.org", "me")]
    public void A_mailbox_that_can_t_be_looked_into_is_named(string service, string inbox, string? user)
    {
        (good["Mail:Service"], good["Mail:Server"], good["Mail:User"], good["Mail:Inbox"]) = (service, "smtp.example.org", user, inbox);

        Assert.Contains(Assert.Throws<SettingsException>(Read).Faults, fault => fault.Contains($"Mail__Inbox is '{inbox}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("False", false)]
    [InlineData("True", true)]
    public async Task No_mail_goes_where_the_setting_says_so_whatever_managers_say(string? setting, bool stops)
    {
        (good["Mail:Service"], good["Mail:Server"], good["Mail:Endpoint"], good["Mail:Stopped"]) = ("Smtp", "smtp.example.org", null, setting);
        await using var host = new ServiceCollection().AddLogging().AddAzureHost(Read()).AddSingleton<IStore, MemoryStore>().BuildServiceProvider();
        var stop = host.GetRequiredService<MailStop>();

        await stop.Set(false);

        Assert.Equal((stops, stops), (stop.BySetting, await stop.Stands()));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_no_secret_with_it()
    {
        good["Programme:LinkKeys"] = "k1:" + Secret[..20];
        good["Mail:Sender"] = null;

        var failure = Assert.Throws<SettingsException>(Read);

        Assert.Equal(2, failure.Faults.Count);
        Assert.DoesNotContain(Secret[..20], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_can_be_rotated_the_first_signs_and_all_are_read()
    {
        good["Programme:LinkKeys"] = $"k2:{Convert.ToBase64String(new byte[32])}, k1:{Secret}";

        Assert.Equal(["k2", "k1"], Read().Programme.Keys().Select(key => key.Id));
    }

    private Settings Read() => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(good).Build());
}
