using System.Globalization;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>What a change expects to find. Here an ETag is the number of the write that the row stems from; null: no row.</summary>
internal static class Expectations
{
    public static string Text(long etag) => etag.ToString(CultureInfo.InvariantCulture);

    public static bool IsMet(Change change, long? found) => change switch
    {
        Change.Insert => found is null,
        Change.Put => true,
        Change.Replace replace => Is(found, replace.ETag),
        Change.Delete { ETag: { } etag } => Is(found, etag),
        Change.Delete => found is not null,
        _ => throw new ArgumentException($"{change.GetType().Name} is no change that this store knows.", nameof(change)),
    };

    private static bool Is(long? found, string expected) => found is { } etag && Text(etag) == expected;
}
