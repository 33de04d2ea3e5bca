namespace ReverseMentoring.Core.Store;

/// <summary>One change of one row, with what it expects to find there.</summary>
public abstract record Change(string Key)
{
    /// <summary>The row must not be there yet.</summary>
    public sealed record Insert(string Key, string Body) : Change(Key);

    /// <summary>Whatever was there, this stands there now.</summary>
    public sealed record Put(string Key, string Body) : Change(Key);

    /// <summary>The row must be there, and not have changed since it was read.</summary>
    public sealed record Replace(string Key, string Body, string ETag) : Change(Key);

    /// <summary>The row must be there; with an ETag, it must also not have changed since it was read.</summary>
    public sealed record Delete(string Key, string? ETag = null) : Change(Key);

    /// <summary>What the row will hold; null where it is deleted.</summary>
    public string? NewBody => this switch
    {
        Insert insert => insert.Body,
        Put put => put.Body,
        Replace replace => replace.Body,
        _ => null,
    };
}
