using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ReverseMentoring.Tests.Serving;

/// <summary>A mail server that speaks just enough SMTP (RFC 5321) to take mails, or to refuse a recipient.</summary>
internal sealed class SmallMailServer : LoopbackServer
{
    public List<string> Mails { get; } = [];

    /// <summary>The answer to this recipient, instead of taking the mail.</summary>
    public (string Address, string Answer)? Refuses { get; init; }

    /// <summary>Offers to encrypt the line with it (RFC 3207).</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The last line was encrypted.</summary>
    public bool Encrypted { get; private set; }

    /// <summary>Takes a mail, and then the line breaks before it says so.</summary>
    public bool HangsUp { get; init; }

    protected override async Task Talk(Stream line, CancellationToken end)
    {
        try
        {
            if (await Talk(line, "220 here", end) && Certificate is not null)
            {
                await using var encrypted = new SslStream(line);
                await encrypted.AuthenticateAsServerAsync(Certificate);
                Encrypted = true;
                await Talk(encrypted, null, end);
            }
        }
        catch (AuthenticationException)
        {
            // The other side didn't like what it heard.
        }
    }

    /// <returns>Whether the other side wants to go on encrypted.</returns>
    private async Task<bool> Talk(Stream stream, string? greeting, CancellationToken end)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (greeting is not null)
        {
            await writer.WriteLineAsync(greeting);
        }

        while (await reader.ReadLineAsync(end) is { } line && line != "QUIT")
        {
            if (line == "STARTTLS")
            {
                await writer.WriteLineAsync("220 go on");
                return true;
            }

            var answer = await Answer(line, reader, writer, end);
            if (HangsUp && line == "DATA")
            {
                return false;
            }

            await writer.WriteLineAsync(answer);
        }

        return false;
    }

    private async Task<string> Answer(string line, StreamReader reader, StreamWriter writer, CancellationToken end)
    {
        if (Refuses is { } refused && line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains(refused.Address, StringComparison.Ordinal))
        {
            return refused.Answer;
        }

        if (line.StartsWith("EHLO", StringComparison.Ordinal) && Certificate is not null && !Encrypted)
        {
            return "250-here\r\n250 STARTTLS";
        }

        if (line != "DATA")
        {
            return "250 OK";
        }

        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(end) is { } text && text != ".")
        {
            mail.AppendLine(text);
        }

        Mails.Add(mail.ToString());
        return "250 OK";
    }
}
