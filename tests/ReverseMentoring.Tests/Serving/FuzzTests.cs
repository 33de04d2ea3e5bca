using ReverseMentoring.LocalHost.Fuzzing;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Some hundred odd inputs at everything that takes any; <c>fuzz</c> of the local host throws them without end.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Odd_inputs_are_answered_and_what_was_taken_can_be_shown(int seed)
    {
        var result = await FuzzRun.Play(seed, 300, default);

        Assert.True(result.Found.Count == 0, string.Join('\n', result.Found));
        Assert.True(result.Statuses.GetValueOrDefault(200) > 30 && result.Statuses.Count > 6, "It met nothing but closed doors.");
    }
}
