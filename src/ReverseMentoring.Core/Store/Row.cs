namespace ReverseMentoring.Core.Store;

/// <summary>One stored row. The ETag is opaque and differs after every write of the row.</summary>
public sealed record Row(string Key, string Body, string ETag)
{
    private object? value;

    /// <summary>One that is changed is parsed anew.</summary>
    private Row(Row other) => (Key, Body, ETag) = (other.Key, other.Body, other.ETag);

    /// <summary>What the body says, parsed once: a store that hands the same row out again saves the second time. The value is shared and never changed.</summary>
    /// <exception cref="System.Text.Json.JsonException">The body says something else.</exception>
    public T Value<T>()
        where T : class
    {
        if (value is not T parsed)
        {
            value = parsed = StoredJson.Parse<T>(Body);
        }

        return parsed;
    }

    /// <summary>Parsed already or not: the same row.</summary>
    public bool Equals(Row? other) => other is not null && Key == other.Key && Body == other.Body && ETag == other.ETag;

    public override int GetHashCode() => HashCode.Combine(Key, ETag);
}

/// <summary>Keys from <paramref name="From"/> on, before <paramref name="To"/>, in ordinal order.</summary>
public readonly record struct KeyRange(string From, string To)
{
    /// <summary>Comes after every character that a key may hold.</summary>
    private const string AfterAll = "~";

    public static KeyRange Prefix(string prefix) => new(prefix, prefix + AfterAll);

    /// <summary>Keys from <paramref name="prefix"/> up to those that begin with prefix and <paramref name="last"/>, these included.</summary>
    public static KeyRange UpTo(string prefix, string last) => new(prefix, prefix + last + AfterAll);

    /// <summary>The rest of this range behind a key that was read already: how one pages. '-' is the least character of a key.</summary>
    public KeyRange After(string key) => new(key + "-", To);
}
