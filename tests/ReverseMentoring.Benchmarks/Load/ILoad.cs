namespace ReverseMentoring.Benchmarks.Load;

/// <summary>Something that takes answers as fast as it can.</summary>
internal interface ILoad : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Ends when the answer is kept.</summary>
    /// <param name="number">Of the answer, from 0 on.</param>
    Task Take(int number);
}
