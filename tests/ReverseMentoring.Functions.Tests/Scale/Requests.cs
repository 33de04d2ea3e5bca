using System.Globalization;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>What was asked of the storage, by whom.</summary>
/// <param name="Rows">Of the product's own table.</param>
/// <param name="DurableTables">Of the tables of Durable.</param>
/// <param name="Queues">Of the queues, all Durable's.</param>
/// <param name="Blobs">Leases.</param>
internal sealed record Requests(long Rows, long DurableTables, long Queues, long Blobs)
{
    public static Requests None { get; } = new(0, 0, 0, 0);

    public static Requests operator +(Requests one, Requests other) =>
        new(one.Rows + other.Rows, one.DurableTables + other.DurableTables, one.Queues + other.Queues, one.Blobs + other.Blobs);

    /// <summary>What went over the wire by the port, of which the product has counted its own.</summary>
    public static Requests Of(Tally tally, (int Blob, int Queue, int Table) ports)
    {
        return new(tally.Rows, To(ports.Table) - tally.Rows, To(ports.Queue), To(ports.Blob));

        long To(int port) => tally.Requests.GetValueOrDefault(port.ToString(CultureInfo.InvariantCulture));
    }
}
