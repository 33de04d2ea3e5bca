using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Exports;

/// <summary>Every list as a file, in the reader's language, and with nothing that its page doesn't say.</summary>
public sealed class ExportTests
{
    private static readonly string[] Lists = ["people", "pairs", "sessions", "unmatched", "topics", "mails", "report"];

    [Fact]
    public async Task Each_list_is_had_as_csv_and_as_an_excel_file()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 17);
        await programme.GoTo(PhaseNames.Sessions);
        foreach (var list in Lists)
        {
            var address = $"/manage/cohorts/{programme.Id}/export/{list}";
            using var csv = await host.Browser.GetAsync(new Uri(address + ".csv", UriKind.Relative));
            var bytes = await csv.Content.ReadAsByteArrayAsync();
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            Assert.Equal($"attachment; filename=\"{programme.Id}-{list}.csv\"", csv.Content.Headers.ContentDisposition!.ToString());
            Assert.DoesNotContain(SmallProgramme.Secret, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);

            using var excel = await host.Browser.GetAsync(new Uri(address + ".xlsx", UriKind.Relative));
            using var zip = new ZipArchive(await excel.Content.ReadAsStreamAsync());
            Assert.Contains(zip.Entries, entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task As_many_rows_as_the_page_counts_and_heads_in_its_language()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 17);
        await programme.GoTo(PhaseNames.Sessions);
        var rows = await Rows(host, $"/manage/cohorts/{programme.Id}/export/people.csv?lang=de");
        Assert.Equal(17, rows.Length - 1);
        Assert.StartsWith("Name,", rows[0], StringComparison.Ordinal);
        Assert.Contains("Abteilung", rows[0], StringComparison.Ordinal);
        var waiting = (await host.Page($"/manage/cohorts/{programme.Id}/unmatched?lang=en")).QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Length;
        Assert.Equal(waiting, (await Rows(host, $"/manage/cohorts/{programme.Id}/export/unmatched.csv")).Length - 1);
    }

    [Theory]
    [InlineData("answers.csv")]
    [InlineData("people.pdf")]
    public async Task What_there_is_not_is_not_found(string file)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.Page($"/manage/cohorts/{programme.Id}/export/{file}", HttpStatusCode.NotFound);
    }

    private static async Task<string[]> Rows(ManageHost host, string path) =>
        (await host.Browser.GetStringAsync(new Uri(path, UriKind.Relative))).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
