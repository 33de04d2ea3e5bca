using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.LocalHost.Simulating.Faults;

/// <summary>What happened, line by line: the last of it to be read, and all of it as one hash, by which two runs are compared.</summary>
internal sealed class Trace : IDisposable
{
    /// <summary>Lines that are kept.</summary>
    private const int Last = 60;

    private const int MostFaults = 400;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<string> last = new();
    private readonly List<string> faults = [];

    public DateTimeOffset Now { get; set; }

    public int Lines { get; private set; }

    public IReadOnlyCollection<string> LastLines => last;

    public IReadOnlyList<string> Faults => faults;

    public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash())[..16];

    /// <summary>All lines go there too; null: nowhere.</summary>
    public TextWriter? Out { get; init; }

    public void Note(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Now:yyyy-MM-dd HH:mm:ss} {what}");
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        Lines++;
        last.Enqueue(line);
        if (last.Count > Last)
        {
            last.Dequeue();
        }

        Out?.WriteLine(line);
    }

    /// <summary>What was written: in the hash, and not to be read.</summary>
    public void Digest(string body) => hash.AppendData(Encoding.UTF8.GetBytes(body));

    /// <summary>What the product's own log says of a failure: to be read, and not in the hash.</summary>
    public void Log(string what) => last.Enqueue("  log: " + what);

    public void Dispose() => hash.Dispose();

    public void Fault(string what)
    {
        Note("FAULT " + what);
        if (faults.Count < MostFaults)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Now:yyyy-MM-dd HH:mm:ss} {what}"));
        }
    }
}
