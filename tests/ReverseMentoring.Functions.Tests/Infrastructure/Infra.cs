namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>Files of the repository that no compiler holds to the code.</summary>
internal static class Infra
{
    /// <param name="file">From the repository's root, with '/' between.</param>
    public static string Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file)))
        {
            folder = folder.Parent ?? throw new FileNotFoundException(file);
        }

        return File.ReadAllText(Path.Combine(folder.FullName, file));
    }
}
