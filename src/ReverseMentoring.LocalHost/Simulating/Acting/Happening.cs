namespace ReverseMentoring.LocalHost.Simulating.Acting;

/// <summary>Something that happens at a moment.</summary>
/// <param name="What">For the trace.</param>
/// <param name="Act">Does it.</param>
/// <param name="Lost">The process stopped meanwhile, and nobody knows how far it came; null: nobody waits for it.</param>
internal record Happening(string What, Func<Task> Act, Action? Lost = null);
