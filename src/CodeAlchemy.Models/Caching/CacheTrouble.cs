namespace CodeAlchemy.Models.Caching;

internal static class CacheTrouble
{
    public static string Message(Exception exception) =>
        $"the cache of replies can't be used: {exception.Message}; replies are still kept in the run's journal";
}
