namespace ReverseMentoring.LocalHost.Storage;

/// <summary>A row as the store in memory keeps it: its body as UTF-8, half the memory of a string, and the number of the write it stems from.</summary>
internal readonly record struct StoredRow(byte[] Body, long ETag);
