using System.Collections.Concurrent;

namespace ReverseMentoring.Graph.Calls;

/// <summary>At most four calls at a time for one mailbox, which is what Outlook takes of one application.</summary>
public sealed class MailboxLimiter : DelegatingHandler
{
    public const int AtATime = 4;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> mailboxes = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Mailbox(request.RequestUri) is not { } mailbox)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var gate = mailboxes.GetOrAdd(mailbox, _ => new SemaphoreSlim(AtATime));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The segment after <c>/users/</c>.</summary>
    private static string? Mailbox(Uri? uri)
    {
        var segments = uri?.Segments ?? [];
        var users = Array.FindIndex(segments, segment => segment.Equals("users/", StringComparison.OrdinalIgnoreCase));
        return users >= 0 && users + 1 < segments.Length ? Uri.UnescapeDataString(segments[users + 1].TrimEnd('/')) : null;
    }
}
