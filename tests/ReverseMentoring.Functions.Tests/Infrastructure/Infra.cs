namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>Files of the repository that no compiler holds to the code.</summary>
internal static class Infra
{
    /// <param name="file">From the repository's root, with '/' between.</param>
    public static string Read(string file) => File.ReadAllText(PathOf(file));

    /// <returns>Files of a folder, from the repository's root.</returns>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern).Select(file => $"{folder}/{Path.GetFileName(file)}");

    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Path.Exists(Path.Combine(folder.FullName, name)))
        {
            folder = folder.Parent ?? throw new FileNotFoundException(name);
        }

        return Path.Combine(folder.FullName, name);
    }
}
