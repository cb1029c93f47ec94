using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Storage.Tests;

public sealed class GlobTests
{
    public static TheoryData<string, string, bool> Cases()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "fixtures", "globs.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                data.Add(parts[0], parts[2], parts[1] == "fits");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pattern_fits_or_leaves_out_a_path(string pattern, string path, bool fits) =>
        Assert.Equal(fits, new GlobSet([pattern]).Fits(path));
}
