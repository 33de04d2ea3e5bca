using System.Globalization;
using System.Text;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>One request as it is sent, odd or not.</summary>
/// <param name="Address">From the slash on, as it stands on the wire.</param>
internal sealed record FuzzedInput(string Method, string Address)
{
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    /// <returns>Null where no client could write it.</returns>
    public HttpRequestMessage? ToRequest(Uri host)
    {
        if (!Uri.TryCreate($"http://{host.Authority}{Address}", AsItStands, out var uri))
        {
            return null;
        }

        var request = new HttpRequestMessage(new(Method), uri);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        foreach (var (name, value) in Headers)
        {
            if (!value.AsSpan().ContainsAny('\r', '\n', '\0'))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    /// <summary>So that it can be sent again by hand.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Short(Address)}");
        foreach (var (name, value) in Headers.Where(header => header.Name is not "Authorization"))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    {name}: {Short(Escaped(value))}");
        }

        return Body is null ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\n    Content-Type: {ContentType}\n    {Short(Escaped(Encoding.Latin1.GetString(Body)), 1500)}").ToString();
    }

    private static string Short(string text, int most = 300) => text.Length <= most ? text : $"{text[..most]}… ({text.Length} characters)";

    private static string Escaped(string text) =>
        string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}")));
}
