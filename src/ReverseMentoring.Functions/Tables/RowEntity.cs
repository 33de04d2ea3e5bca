using Azure;
using Azure.Data.Tables;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Functions.Tables;

/// <summary>A row as an entity: its body is the one property beside the keys.</summary>
internal static class RowEntity
{
    private const string Body = "Body";

    public static Row ToRow(TableEntity entity) =>
        new(entity.RowKey, entity.GetString(Body) ?? "", entity.ETag.ToString());

    /// <summary>An ETag that no table ever gave: the service calls it bad input, which would hide the conflict that it is.</summary>
    public static bool NamesForeignETag(Change change) =>
        change is Change.Replace { ETag: var read } && IsForeign(read) || change is Change.Delete { ETag: { } last } && IsForeign(last);

    public static TableTransactionAction Action(string partition, Change change) => change switch
    {
        Change.Insert insert => new(TableTransactionActionType.Add, Entity(partition, insert)),
        Change.Put put => new(TableTransactionActionType.UpsertReplace, Entity(partition, put)),
        Change.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, replace), new ETag(replace.ETag)),
        Change.Delete delete => new(
            TableTransactionActionType.Delete, new TableEntity(partition, delete.Key), delete.ETag is { } etag ? new ETag(etag) : ETag.All),
        _ => throw new ArgumentException($"{change.GetType().Name} is no change that this store knows.", nameof(change)),
    };

    private static bool IsForeign(string etag) => !etag.StartsWith("W/\"", StringComparison.Ordinal);

    private static TableEntity Entity(string partition, Change change) => new(partition, change.Key) { [Body] = change.NewBody };
}
