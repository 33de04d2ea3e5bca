using System.Diagnostics;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MimeKit;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Servers;

/// <summary>
/// Debian's Postfix and Dovecot on loopback, with all that they keep in a folder of their own: mails go in by SMTP, are delivered to
/// mailboxes of <c>example.org</c>, and are read by IMAP. Mails to <see cref="Gone"/> are taken first and come back then.
/// </summary>
internal sealed class RealServers : IAsyncDisposable
{
    public const string Postfix = "/usr/sbin/postfix";

    public const string Dovecot = "/usr/sbin/dovecot";

    public const string Password = "secret";

    public const string Programme = "programme@example.org";

    public const string Gone = "gone@example.org";

    private const string Nobody = "65534";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mail-");

    private RealServers() => (Smtp, Imap) = (Ports.Free().Port, Ports.Free().Port);

    public int Smtp { get; }

    public int Imap { get; }

    /// <param name="mailboxes">Their names at <c>example.org</c>.</param>
    public static async Task<RealServers> Start(params string[] mailboxes)
    {
        var servers = new RealServers();
        servers.Write(mailboxes);
        // Each of the servers' own users has to reach its part of it.
        await Run("chmod", ["755", servers.folder.FullName]);
        await Run("chown", ["nobody", servers.PathTo("mail")]);
        await Run("chown", ["postfix", servers.PathTo("data")]);
        await Run(Postfix, ["-c", servers.PathTo("postfix"), "start"]);
        await Run(Dovecot, ["-c", servers.PathTo("dovecot.conf")]);
        await servers.Listen(servers.Smtp);
        await servers.Listen(servers.Imap);
        return servers;
    }

    /// <summary>Hands a message to Postfix, as somebody's mail program does.</summary>
    public async Task Send(MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", Smtp, MailKit.Security.SecureSocketOptions.None);
        await client.SendAsync(message);
        await client.DisconnectAsync(true);
    }

    /// <summary>All messages in a mailbox, once there are so many.</summary>
    public async Task<IReadOnlyList<MimeMessage>> Messages(string mailbox, int atLeast)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            var messages = await Read(mailbox);
            if (messages.Count >= atLeast || until.Elapsed > Patience)
            {
                return messages;
            }

            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Run("doveadm", ["-c", PathTo("dovecot.conf"), "stop"]);
        await Run(Postfix, ["-c", PathTo("postfix"), "stop"]);
        folder.Delete(recursive: true);
    }

    private async Task<IReadOnlyList<MimeMessage>> Read(string mailbox)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Imap, MailKit.Security.SecureSocketOptions.None);
        await client.AuthenticateAsync(mailbox, Password);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        var messages = new List<MimeMessage>();
        for (var index = 0; index < client.Inbox.Count; index++)
        {
            messages.Add(await client.Inbox.GetMessageAsync(index));
        }

        await client.DisconnectAsync(true);
        return messages;
    }

    private string PathTo(string name) => Path.Combine(folder.FullName, name);

    private void Write(string[] mailboxes)
    {
        foreach (var name in new[] { "postfix", "spool", "data", "mail", "dovecot" })
        {
            folder.CreateSubdirectory(name);
        }

        File.WriteAllText(PathTo("postfix/main.cf"), $$$"""
            compatibility_level = 3.6
            queue_directory = {{{PathTo("spool")}}}
            data_directory = {{{PathTo("data")}}}
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = {{{PathTo("postfix.log")}}}
            maillog_file_prefixes = {{{folder.FullName}}}
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mail.example.org
            mydestination =
            local_transport = error:none
            alias_maps =
            smtpd_tls_security_level = none
            smtpd_peername_lookup = no
            virtual_mailbox_domains = example.org
            virtual_mailbox_base = {{{PathTo("mail")}}}
            virtual_mailbox_maps = inline:{ {{{string.Join(' ', mailboxes.Select(name => $"{{{name}@example.org = {name}/}}"))}}} }
            virtual_alias_maps = inline:{ { {{{Gone}}} = gone@bounces.example } }
            transport_maps = inline:{ { bounces.example = error:5.1.1 gone } }
            virtual_uid_maps = static:{{{Nobody}}}
            virtual_gid_maps = static:{{{Nobody}}}

            """);
        File.WriteAllText(PathTo("postfix/master.cf"), $"""
            127.0.0.1:{Smtp} inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            proxymap unix - - n - - proxymap
            error unix - - n - - error
            retry unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            postlog unix-dgram n - n - 1 postlogd

            """);
        File.WriteAllText(PathTo("dovecot.conf"), $$"""
            base_dir = {{PathTo("dovecot")}}
            log_path = {{PathTo("dovecot.log")}}
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{PathTo("mail")}}/%n
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{Nobody}} gid={{Nobody}} home={{PathTo("mail")}}/%n
            }
            service imap-login {
              inet_listener imap {
                port = {{Imap}}
              }
              inet_listener imaps {
                port = 0
              }
            }

            """);
    }

    private async Task Listen(int port)
    {
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience; await Task.Delay(100))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                // It begins.
            }
        }

        throw new TimeoutException($"Nobody listens on {port}: {string.Join('\n', folder.EnumerateFiles("*.log").Select(log => File.ReadAllText(log.FullName)))}");
    }

    private static async Task Run(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync().WaitAsync(Patience);
    }
}
