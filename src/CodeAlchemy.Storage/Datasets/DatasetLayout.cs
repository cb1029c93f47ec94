using System.Globalization;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>Names of the public files of a dataset folder, relative to it, with '/' as separator.</summary>
public static class DatasetLayout
{
    /// <summary>The dataset card.</summary>
    public const string Card = "README.md";

    /// <summary>The effective manifest.</summary>
    public const string Manifest = "manifest.yaml";

    /// <summary>The ledger.</summary>
    public const string Ledger = "ledger.json";

    /// <summary>Folder of the rows.</summary>
    public const string Data = "data";

    /// <summary>Folder of the rejects.</summary>
    public const string Rejects = "rejects";

    /// <summary>The decisions of people.</summary>
    public const string Reviews = "reviews.jsonl";

    /// <summary>Folder of the machinery.</summary>
    public const string Machinery = ".run";

    /// <summary>Name of one file of rows.</summary>
    /// <param name="config">Configuration.</param>
    /// <param name="index">Number of the file, from 0.</param>
    /// <param name="count">Number of files of the configuration.</param>
    /// <param name="gzip">Whether it is compressed.</param>
    public static string DataFile(string config, int index, int count, bool gzip) =>
        string.Create(CultureInfo.InvariantCulture, $"{Data}/{config}/train-{index:D5}-of-{count:D5}.jsonl{(gzip ? ".gz" : string.Empty)}");

    /// <summary>Name of one file of rejects.</summary>
    /// <param name="index">Number of the file, from 0.</param>
    /// <param name="count">Number of files.</param>
    public static string RejectFile(int index, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Rejects}/rejects-{index:D5}-of-{count:D5}.jsonl");
}
