using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Storage.Tests;

public sealed class JournalTests : IDisposable
{
    private static readonly byte[][] Records = [[1, 2, 3], [], [.. Enumerable.Repeat((byte)7, 70_000)], [9]];
    private readonly TemporaryFolder _disk = new();

    private string File => Path.Combine(_disk.Path, "a", "b.journal");

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void Records_come_back_in_order_and_by_position()
    {
        using var journal = Journal.Open(File);
        var positions = Records.Select(r => journal.Append(r)).ToList();

        Assert.Equal(Records, Journal.ReadAll(File).Select(r => r.Bytes));
        Assert.Equal(Records, positions.Select(journal.Read));
    }

    [Fact]
    public void A_tail_torn_at_any_byte_is_cut_and_what_was_whole_before_it_stays()
    {
        Write(Records);
        var whole = System.IO.File.ReadAllBytes(File);
        var ends = Journal.ReadAll(File).Select(r => r.Position + 8 + r.Bytes.Length).ToList();
        foreach (var length in Enumerable.Range(0, 40).Concat(Enumerable.Range(whole.Length - 40, 40)))
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);

            using (var journal = Journal.Open(File))
            {
                journal.Append([42]);
            }

            var kept = ends.Count(e => e <= length);
            Assert.Equal([.. Records.Take(kept), [42]], Journal.ReadAll(File).Select(r => r.Bytes));
        }
    }

    [Fact]
    public void A_damaged_record_ends_the_journal_before_it()
    {
        Write(Records);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^30_000] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Equal(Records[..2], Journal.ReadAll(File).Select(r => r.Bytes));
    }

    [Fact]
    public void A_tail_of_zeros_as_a_crashed_file_system_leaves_it_is_no_record()
    {
        Write([[1]]);
        using (var stream = new FileStream(File, FileMode.Append))
        {
            stream.Write(new byte[64]);
        }

        Assert.Single(Journal.ReadAll(File));
    }

    [Fact]
    public void Appending_from_many_threads_loses_nothing()
    {
        using (var journal = Journal.Open(File))
        {
            Parallel.For(0, 2_000, i => journal.Append(BitConverter.GetBytes(i)));
        }

        Assert.Equal(Enumerable.Range(0, 2_000), Journal.ReadAll(File).Select(r => BitConverter.ToInt32(r.Bytes)).Order());
    }

    private void Write(byte[][] records)
    {
        if (System.IO.File.Exists(File))
        {
            System.IO.File.Delete(File);
        }

        using var journal = Journal.Open(File);
        foreach (var record in records)
        {
            journal.Append(record);
        }
    }
}
