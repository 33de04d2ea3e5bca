using System.Diagnostics;

namespace ReverseMentoring.Tests.Scheduling.Ical;

/// <summary>A test that needs Python's icalendar (on Debian: python3-icalendar) and is skipped, by name, without it.</summary>
public sealed class PythonIcalendarFactAttribute : FactAttribute
{
    public PythonIcalendarFactAttribute() =>
        Skip = PythonIcalendar.Interpreter is null ? "Python's icalendar is not installed (python3-icalendar)." : null!;
}

/// <summary>Reads calendars with Python's icalendar: somebody else's idea of the standard.</summary>
public static class PythonIcalendar
{
    /// <summary>Prints one line a property: component, name, its parameters, its value, between unit separators; escapes are undone.</summary>
    private const string Script = """
        import sys, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        def show(value):
            value = getattr(value, 'dt', value)
            return value.isoformat() if hasattr(value, 'isoformat') else str(value)
        for component in calendar.walk():
            assert not component.errors, component.errors
            for name, values in component.items():
                for value in values if isinstance(values, list) else [values]:
                    parameters = ';'.join(f'{k}={v}' for k, v in sorted(getattr(value, 'params', {}).items()))
                    line = '\x1f'.join([component.name, name, parameters, show(value).replace('\n', '\\n')])
                    sys.stdout.buffer.write((line + '\n').encode())
        """;

    public static string? Interpreter { get; } =
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Run(python, "import icalendar", "") is not null);

    public static ILookup<string, (string Parameters, string Value)> Read(string calendar)
    {
        var output = Run(Interpreter!, Script, calendar) ?? throw new InvalidDataException("Python's icalendar refuses:\n" + calendar);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\x1f'))
            .ToLookup(parts => $"{parts[0]}.{parts[1]}", parts => (parts[2], parts[3]));
    }

    private static string? Run(string python, string script, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new System.Text.UTF8Encoding(false),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && errors.Result is not null ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // There is no such interpreter.
        }
    }
}
