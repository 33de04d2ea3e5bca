using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Mails;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>
/// Looks through every byte that the local host keeps, and mails as files, for the name, address, words and id of somebody who was erased. A topic that somebody gave to the
/// common list stays on it until the cohort goes: it is everybody's choice since, and nobody's name stands by it.
/// </summary>
public sealed class ErasureScanTests : IDisposable
{
    private const string Name = "Xanthippe Quellmalz-Æbelø", Address = "xanthippe.quellmalz@example.org", Words = "Zwetschgendatschi am Donnerstag";

    private readonly string folder = Directory.CreateTempSubdirectory("erasure-scan").FullName;

    [Fact]
    public async Task Nothing_of_one_who_was_erased_is_in_any_file()
    {
        await using var programme = await Lived();
        var id = (await programme.IdOf(Address)).Value;
        Assert.NotEmpty(Found());
        Assert.NotEmpty(Found(id));
        Assert.All([Name, Address, id], planted => Assert.Contains(Found(planted), found => found.EndsWith($".eml: {planted}", StringComparison.Ordinal)));
        var page = TestProgramme.LinksOf(programme.Mails(Address)[0]).Single(link => link.EndsWith("/notice", StringComparison.Ordinal))[..^"/notice".Length];

        using (await programme.ActsAsOwn(Address, page, ("do", "erase"), ("step", "2"), ("sure", "true")))
        {
            await programme.Time.Settle();
        }

        Assert.Empty(Found(Name, Name.Split(' ')[1], Address));
        await programme.Time.TurnTo(programme.Time.Now.AddMinutes(11));
        Assert.Empty(Found(id));
        Assert.NotEmpty(programme.Mailbox.All());
        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories));
        Assert.Contains(await Ledger(programme), erased => erased.Person is not null);
    }

    [Fact]
    public async Task Nor_of_anybody_when_their_cohort_is()
    {
        await using var programme = await Lived();
        await programme.Command("cancel");
        await programme.Command("erase");

        Assert.Empty(Found());
        Assert.Empty(Found("leader1@example.org", "junior1@example.org"));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories));
        Assert.Equal([null], (await Ledger(programme)).Select(erased => erased.Person));
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static async Task<IReadOnlyList<ErasedEntry>> Ledger(TestProgramme programme) =>
        await programme.Host.GetRequiredService<ErasureLedger>().Since(DateTimeOffset.MinValue);

    private async Task<TestProgramme> Lived()
    {
        var programme = await TestProgramme.Start(SmallCompany.Of(1, 1).Append(new { name = Name, email = Address, role = "mentor", level = 1, timeZone = "Europe/Berlin", languages = new[] { "en" } }), folder: folder, more: AddFolder);
        await programme.TurnTo(5);
        using (await programme.Post(TestProgramme.LinkOf(programme.Mails(Address)[0]), ("picked", "technology"), ("own-1", Words), ("notice", "true")))
        {
            await programme.Time.Settle();
        }

        await programme.TurnTo(30);
        return programme;
    }

    /// <summary>Mails as files, as a rehearsal keeps them, beside the mailbox.</summary>
    private void AddFolder(IServiceCollection services)
    {
        var files = new MailFolder(Path.Combine(folder, "mails"));
        services.AddSingleton<IErases>(files).AddSingleton<IMailTransport>(all => new Both(ActivatorUtilities.CreateInstance<MailboxTransport>(all), files, all.GetRequiredService<TimeProvider>()));
    }

    /// <returns>Files in whose name one of these stands, or in which it does, in UTF-8 or UTF-16; of mails as their reader sees them, too.</returns>
    private IReadOnlyList<string> Found(params string[] more) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           let bytes = Read(file)
           from planted in more.Length > 0 ? more : [Name, Address, Words, Name.Split(' ')[1]]
           where file.Contains(planted, StringComparison.OrdinalIgnoreCase)
               || new[] { Encoding.UTF8, Encoding.Unicode }.Any(encoding => bytes.AsSpan().IndexOf(encoding.GetBytes(planted)) >= 0)
           select $"{Path.GetFileName(file)}: {planted}",
    ];

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return file.EndsWith(".eml", StringComparison.Ordinal) ? [.. bytes, .. Encoding.UTF8.GetBytes(Decoded(MimeMessage.Load(file)))] : bytes;
    }

    private static string Decoded(MimeMessage mail)
    {
        using (mail)
        {
            return string.Join('\n', mail.Headers.Select(header => header.Value).Concat(mail.BodyParts.OfType<TextPart>().SelectMany(part => new[] { part.Text, System.Net.WebUtility.HtmlDecode(part.Text) })));
        }
    }

    private sealed class Both(IMailTransport mailbox, MailFolder files, TimeProvider clock) : IMailTransport
    {
        public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
        {
            foreach (var mail in mails)
            {
                await files.Write(mail, clock.GetUtcNow(), cancel);
            }

            return await mailbox.Send(mails, cancel);
        }

        public Task<Delivery> Ask(string id, CancellationToken cancel) => mailbox.Ask(id, cancel);
    }
}
