using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>What is wrong with a data folder, in a sentence for whoever looks after the host.</summary>
internal static class StorageFailure
{
    private const int Busy = 5, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <returns>Null where it is something else.</returns>
    public static string? Explain(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => "The data folder's database is torn, or is none. It was left as it is: restore a backup over it.",
        SqliteException { SqliteErrorCode: Full } => "The disk is full. Nothing that was acknowledged is lost: make room, and start again.",
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } => "The data folder's database can't be written: look who owns the folder and its files, and whether the disk is mounted for writing.",
        SqliteException { SqliteErrorCode: InputOutput } => "The disk under the data folder fails. Nothing that was acknowledged is lost as far as the disk kept its word.",
        SqliteException { SqliteErrorCode: Busy } => "Another program holds the data folder's database. Stop it, and start again.",
        UnauthorizedAccessException denied => $"{denied.Message} The data folder and its files must be writable by whoever starts the host.",
        IOException refused => refused.Message,
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
