using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace ReverseMentoring.Tests.Serving;

/// <summary>A mailbox that speaks just enough IMAP (RFC 3501) to be looked through without being changed.</summary>
internal sealed partial class SmallImapServer : LoopbackServer
{
    /// <summary>The messages, numbered from 1 in their order.</summary>
    public List<string> Messages { get; } = [];

    public uint Validity { get; set; } = 7;

    public string Password { get; init; } = "secret";

    /// <summary>Numbers of those whose text was asked for.</summary>
    public List<int> Opened { get; } = [];

    /// <summary>Whatever was asked, but the login.</summary>
    public List<string> Heard { get; } = [];

    protected override async Task Talk(Stream line, CancellationToken end)
    {
        using var reader = new StreamReader(line, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(line, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1] here");
        while (await reader.ReadLineAsync(end) is { } said && said.Split(' ', 3) is [var tag, var word, ..] parts)
        {
            var rest = parts.Length > 2 ? parts[2] : "";
            await Answer(writer, tag, word.ToUpperInvariant(), rest);
        }
    }

    private async Task Answer(StreamWriter writer, string tag, string word, string rest)
    {
        if (word is not "LOGIN")
        {
            Heard.Add($"{word} {rest}".Trim());
        }

        switch (word)
        {
            case "CAPABILITY":
                await writer.WriteLineAsync("* CAPABILITY IMAP4rev1");
                break;
            case "LOGIN" when !rest.Contains(Password, StringComparison.Ordinal):
                await writer.WriteLineAsync($"{tag} NO [AUTHENTICATIONFAILED] no");
                return;
            case "LIST":
                await writer.WriteLineAsync("* LIST () \"/\" INBOX");
                break;
            case "EXAMINE":
                await writer.WriteLineAsync($"* {Messages.Count} EXISTS");
                await writer.WriteLineAsync($"* OK [UIDVALIDITY {Validity}] valid");
                await writer.WriteLineAsync($"* OK [UIDNEXT {Messages.Count + 1}] next");
                break;
            case "UID" when rest.StartsWith("SEARCH", StringComparison.OrdinalIgnoreCase):
                await writer.WriteLineAsync("* SEARCH" + string.Concat(Found(rest).Select(id => $" {id}")));
                break;
            case "UID" when Structure().Match(rest) is { Success: true } asked:
                foreach (var number in Numbers(asked.Groups[1].Value))
                {
                    await writer.WriteLineAsync($"* {number} FETCH (UID {number} BODYSTRUCTURE {StructureOf(Messages[number - 1])})");
                }

                break;
            case "UID" when Fetch().Match(rest) is { Success: true } fetch:
                var id = int.Parse(fetch.Groups[1].Value, CultureInfo.InvariantCulture);
                Opened.Add(id);
                var text = Messages[id - 1][..Math.Min(Messages[id - 1].Length, int.Parse(fetch.Groups[2].Value, CultureInfo.InvariantCulture))];
                await writer.WriteAsync($"* {id} FETCH (UID {id} BODY[]<0> {{{text.Length}}}\r\n{text})\r\n");
                break;
        }

        await writer.WriteLineAsync(word is "EXAMINE" ? $"{tag} OK [READ-ONLY] done" : $"{tag} OK done");
    }

    private static IEnumerable<int> Numbers(string set) => set.Split(',').SelectMany(part => part.Split(':') switch
    {
        [var first, var last] => Enumerable.Range(Number(first), Number(last) - Number(first) + 1),
        var one => [Number(one[0])],
    });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string StructureOf(string message)
    {
        using var mime = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(message)));
        return StructureOf(mime.Body);
    }

    private static string StructureOf(MimeEntity? entity)
    {
        if (entity is Multipart parts)
        {
            return $"({string.Concat(parts.Select(StructureOf))} \"{parts.ContentType.MediaSubtype}\")";
        }

        var type = entity?.ContentType ?? new ContentType("text", "plain");
        var with = type.Parameters.Count == 0 ? "NIL" : $"({string.Join(' ', type.Parameters.Select(one => $"\"{one.Name}\" \"{one.Value}\""))})";
        return $"(\"{type.MediaType}\" \"{type.MediaSubtype}\" {with} NIL NIL \"7BIT\" 10{(type.MediaType == "text" ? " 1" : "")})";
    }

    /// <summary>Those whose header holds the word, behind the number where the search begins; like a real one, always with the last.</summary>
    private IEnumerable<int> Found(string search)
    {
        var headers = Header().Matches(search).Select(match => (Not: match.Groups[1].Success, Name: match.Groups[2].Value, Holds: match.Groups[3].Value)).ToArray();
        var from = From().Match(search) is { Success: true } range ? Math.Min(int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture), Messages.Count) : 1;
        return Messages.Index().Where(message => message.Index + 1 >= from
            && headers.All(asked => Has(message.Item, asked.Name, asked.Holds) != asked.Not)).Select(message => message.Index + 1);
    }

    [GeneratedRegex(@"^FETCH (\d+) \(?BODY\.PEEK\[\]<0\.(\d+)>", RegexOptions.IgnoreCase)]
    private static partial Regex Fetch();

    [GeneratedRegex(@"^FETCH ([\d,:]+) \(.*BODYSTRUCTURE", RegexOptions.IgnoreCase)]
    private static partial Regex Structure();

    private static bool Has(string message, string header, string text)
    {
        using var mime = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(message)));
        return mime.Headers.Concat(mime.Body?.Headers ?? []).Any(one => one.Field.Equals(header, StringComparison.OrdinalIgnoreCase) && one.Value.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("(NOT )?HEADER \"?([\\w-]+)\"? \"?([^\" )]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex(@"UID (\d+):\*", RegexOptions.IgnoreCase)]
    private static partial Regex From();
}
