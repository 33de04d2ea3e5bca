using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>The folder of <c>.eml</c> files forgets whom the programme does.</summary>
public sealed class MailFolderTests : IDisposable
{
    private const string Name = "Xanthippe Quellmalz-Æbelø", Address = "xanthippe@example.org";

    private readonly string folder = Directory.CreateTempSubdirectory("mail-folder").FullName;

    [Fact]
    public async Task What_went_to_somebody_or_names_them_goes_with_them_and_the_rest_with_the_cohort()
    {
        var mails = new MailFolder(folder);
        var cohort = SmallCohort.In("sessions").Cohort;
        var gone = SmallCohort.Ana with { Name = Name, Email = Address };
        await Write(mails, $"{cohort.Id}.one", Address, "Hello", "Hello.");
        await Write(mails, $"{cohort.Id}.two", "ben@example.org", "Your partner", $"You meet {Name}.");
        await Write(mails, $"{cohort.Id}.three", "ben@example.org", "In HTML", "You meet nobody.", $"<p>{System.Net.WebUtility.HtmlEncode(Name)}</p>");
        await Write(mails, $"{cohort.Id}.four", "ben@example.org", "Write", $"Write to {Address.ToUpperInvariant()}.");
        await Write(mails, $"{cohort.Id}.five", "ben@example.org", "Nothing", "Of nobody.");
        await Write(mails, "another.six", Address, "Elsewhere", "Hello.");
        Assert.Equal(5, Of(Name).Count);

        await ((IErases)mails).EraseOf(cohort, gone, default);
        Assert.Equal(["another.six", $"{cohort.Id}.five"], Left());

        await ((IErases)mails).Erase(cohort, default);
        await ((IErases)mails).Erase(cohort, default);
        Assert.Equal(["another.six"], Left());
    }

    [Fact]
    public async Task A_rehearsal_that_keeps_mails_erases_them_too()
    {
        await using var rehearsal = await Rehearsal.Open(new("name,email,role\n", "{}") { OutFolder = folder }, null, default);

        Assert.Single(rehearsal.Services.GetServices<IErases>().OfType<MailFolder>());
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static Task Write(MailFolder mails, string id, string to, string subject, string text, string? html = null) =>
        mails.Write(new(id, new MailAddress(to, to == Address ? Name : "Ben"), subject, text, html ?? $"<p>{text}</p>") { From = new("programme@example.org", "Programme") }, DateTimeOffset.UnixEpoch, default);

    private string[] Left() => [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileNameWithoutExtension(file).Split('-', 2)[1]).Order(StringComparer.Ordinal)];

    /// <returns>Files in which one of these stands, as a reader of mails would see it, or its address does.</returns>
    private IReadOnlyList<string> Of(string name) =>
        [.. Directory.EnumerateFiles(folder).Where(file => MimeMessage.Load(file) is var mail && $"{mail.To} {mail.TextBody} {System.Net.WebUtility.HtmlDecode(mail.HtmlBody)}" is var said
            && (said.Contains(name, StringComparison.Ordinal) || said.Contains(Address, StringComparison.OrdinalIgnoreCase)))];
}
