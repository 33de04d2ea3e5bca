using System.CommandLine;
using System.Globalization;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>Options that are numbers within bounds: anything else is refused by the option's name and what it may be.</summary>
internal static class Bounds
{
    public const int MostSeeds = 10_000;

    public const double MostEffect = 4;

    public static Option<T> Within<T>(this Option<T> option, double least, double most)
    {
        option.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && !(number >= least && number <= most)))
            {
                given.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes {least:0.##} to {most:0.##}, not {token.Value}."));
            }
        });
        return option;
    }
}
