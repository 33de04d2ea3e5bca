namespace ReverseMentoring.Benchmarks.Instances;

/// <summary>Reads lines of whole numbers with commas between them; a first line that starts with no digit is a header.</summary>
internal sealed class NumberReader(string path) : IDisposable
{
    private readonly FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
    private readonly byte[] buffer = new byte[1 << 18];
    private int length;
    private int place;
    private int line;

    /// <summary>Fills the numbers of the next line that is not empty; false at the end.</summary>
    /// <exception cref="FormatException">A line that is not as many whole numbers; the message names it.</exception>
    public bool Read(Span<int> numbers)
    {
        while (true)
        {
            line++;
            var next = Next();
            while (next is '\n' or '\r')
            {
                next = Next();
            }

            if (next < 0)
            {
                return false;
            }

            if (next is >= '0' and <= '9')
            {
                return ReadNumbers(numbers, next);
            }

            if (line > 1)
            {
                throw new FormatException($"Line {line} does not start with a number.");
            }

            while (next is not '\n' and >= 0)
            {
                next = Next();
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private bool ReadNumbers(Span<int> numbers, int next)
    {
        for (var column = 0; column < numbers.Length; column++)
        {
            var number = 0L;
            var digits = 0;
            for (; next is >= '0' and <= '9'; next = Next())
            {
                number = number * 10 + next - '0';
                digits++;
            }

            if (next == '\r')
            {
                next = Next();
            }

            var last = column == numbers.Length - 1;
            if (digits is 0 or > 10 || number > int.MaxValue || (last ? next is not '\n' and >= 0 : next != ','))
            {
                throw new FormatException($"Line {line}: {numbers.Length} whole numbers with commas between them are expected.");
            }

            numbers[column] = (int)number;
            next = last ? next : Next();
        }

        return true;
    }

    private int Next()
    {
        if (place == length)
        {
            length = stream.Read(buffer);
            place = 0;
            if (length == 0)
            {
                return -1;
            }
        }

        return buffer[place++];
    }
}
