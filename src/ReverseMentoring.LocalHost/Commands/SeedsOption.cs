using System.CommandLine;
using ReverseMentoring.LocalHost.Simulating;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>--seeds 1..500</c>.</summary>
internal static class SeedsOption
{
    public static Option<SeedRange> Make(string description, bool isRequired = false) => new("--seeds")
    {
        Description = description,
        Required = isRequired,
        CustomParser = given =>
        {
            if (SeedRange.TryParse(given.Tokens[0].Value, out var range))
            {
                return range;
            }

            given.AddError($"'{given.Tokens[0].Value}' is no range of seeds: write it as 1..500.");
            return default;
        },
    };
}
