using FsCheck.Fluent;
using Xunit.Sdk;

namespace ReverseMentoring.Tests.Properties;

public sealed class PropertyRunTests
{
    [Fact]
    public void Cases_are_the_same_in_every_run()
    {
        var (first, second) = (new List<int>(), new List<int>());

        PropertyRun.Hold(20, first.Add);
        PropertyRun.Hold(20, second.Add);

        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 10);
    }

    [Fact]
    public void What_does_not_hold_says_how_to_see_it_again()
    {
        var failed = Assert.Throws<XunitException>(() => Prop.ForAll<int>(number => number < 5).Hold());

        Assert.Contains("PROPERTIES=", failed.Message, StringComparison.Ordinal);
        Assert.EndsWith(nameof(What_does_not_hold_says_how_to_see_it_again), failed.Message, StringComparison.Ordinal);
    }
}
