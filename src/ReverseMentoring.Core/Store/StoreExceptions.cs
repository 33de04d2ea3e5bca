namespace ReverseMentoring.Core.Store;

/// <summary>A row was not as a change expected it. Read again, decide again.</summary>
public sealed class StoreConflictException(string partition, string key, Exception? inner = null)
    : Exception($"Row '{key}' of '{partition}' is not as the change expects it.", inner)
{
    public string Partition { get; } = partition;

    public string Key { get; } = key;
}

/// <summary>A write is over what the store can hold: a fault of the program, not of the moment.</summary>
public sealed class StoreLimitException(string message) : Exception(message);
