using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Bench.Models;
using CodeAlchemy.DummyEndpoint;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Tests;

public sealed class SecretTests : IDisposable
{
    private const string Secret = "sk-test-0123456789abcdef";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_secret_goes_to_the_origin_that_it_is_bound_to()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        using var models = ChatModels.Open(With(server, new CredentialBinding("local", server.Url, Secret, "environment variable LOCAL"), "local"));

        Assert.True((await models.Ask("q")).Succeeded);
        Assert.Contains($"Authorization: Bearer {Secret}", server.Seen.Single().Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_bound_elsewhere_is_not_sent_and_the_message_says_where_it_belongs()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        var options = With(server, new CredentialBinding("work", new Uri("https://models.example.com/v1"), Secret, "environment variable WORK"), "work");

        var problem = Assert.Throws<ProblemException>(() => ChatModels.Open(options)).Problem;

        Assert.Equal(ExitCode.Configuration, problem.Exit);
        Assert.Contains("bound to https://models.example.com and not to http://127.0.0.1", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Counts.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/v1", "http://127.0.0.1:2/v1")]
    [InlineData("https://a.example.com", "https://a.example.com:444")]
    [InlineData("https://a.example.com", "http://a.example.com")]
    [InlineData("https://a.example.com", "https://a.example.com.evil.org")]
    public void Another_port_scheme_or_host_is_another_origin(string bound, string asked) =>
        Assert.Throws<ProblemException>(() => new CredentialSource([new CredentialBinding("c", new Uri(bound), Secret, "x")]).Secret("c", new Uri(asked)));

    [Fact]
    public void The_key_of_the_environment_goes_to_its_own_origin_only()
    {
        var variables = new Dictionary<string, string> { ["OPENAI_API_KEY"] = Secret };
        var source = CredentialSource.FromEnvironment([], variables.GetValueOrDefault);
        Assert.Equal(Secret, source.Secret(null, new Uri("https://api.openai.com/v1")));
        Assert.Null(source.Secret(null, new Uri("https://api.openai.com.evil.org/v1")));
        Assert.Null(source.Secret(null, new Uri("http://127.0.0.1:8000/v1")));

        variables["OPENAI_BASE_URL"] = "https://proxy.example.com/openai/v1";
        source = CredentialSource.FromEnvironment([], variables.GetValueOrDefault);
        Assert.Equal(Secret, source.Secret(null, new Uri("https://proxy.example.com/v1")));
        Assert.Null(source.Secret(null, new Uri("https://api.openai.com/v1")));
    }

    [Theory]
    [InlineData("nobody", "there is no credential 'nobody'")]
    [InlineData("empty", "the environment variable EMPTY is empty")]
    public void A_missing_credential_is_named(string name, string says)
    {
        var source = new CredentialSource([new CredentialBinding("empty", new Uri("https://a.example.com"), null, "environment variable EMPTY")]);
        var problem = Assert.Throws<ProblemException>(() => source.Secret(name, new Uri("https://a.example.com"))).Problem;
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_secret_is_not_sent_over_plain_http_to_another_machine()
    {
        var url = new Uri("http://models.example.com/v1");
        var options = Kit.Options(Kit.Endpoint(url) with { Credential = "c" }) with { Credentials = new CredentialSource([new CredentialBinding("c", url, Secret, "x")]) };
        Assert.Contains("plain http", Assert.Throws<ProblemException>(() => ChatModels.Open(options)).Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_carries_the_secret_nowhere()
    {
        await using var elsewhere = DummyServer.Start(new Rule(new Behaviour()));
        await using var server = DummyServer.Start(new Rule(new Behaviour
        {
            Kind = BehaviourKind.Body, Status = 307, Headers = new Dictionary<string, string> { ["Location"] = $"{elsewhere.Url}/chat/completions" },
        }));
        using var models = ChatModels.Open(With(server, new CredentialBinding("local", server.Url, Secret, "x"), "local"));

        var failure = (await models.Ask("q")).Failure!;

        Assert.Contains(elsewhere.Url.GetLeftPart(UriPartial.Authority), failure.Detail, StringComparison.Ordinal);
        Assert.Equal(0, elsewhere.Counts.Requests);
    }

    [Fact]
    public async Task A_server_that_repeats_the_secret_does_not_get_it_into_messages_replies_or_the_journal()
    {
        await using var server = DummyServer.Start(
            new Rule(Behaviour.Error(401, $"Incorrect API key provided: {Secret}")) { Contains = "wrong" },
            new Rule(new Behaviour { Content = $"your key is {Secret}", Reasoning = $"I saw {Secret}" }));
        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(With(server, new CredentialBinding("local", server.Url, Secret, "x"), "local") with { Journal = journal, CacheFolder = _folder.File("cache") }))
        {
            Assert.Contains("Incorrect API key provided: [secret]", (await models.Ask("wrong")).Failure!.Detail, StringComparison.Ordinal);
            var reply = (await models.Ask("right")).Reply!;
            Assert.Equal(("your key is [secret]", "I saw [secret]"), (reply.Content, reply.Reasoning));
        }

        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(Secret, await File.ReadAllTextAsync(file, Kit.Cancellation), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("key sk-abcdefghijkl1234 is wrong", "key [secret] is wrong")]
    [InlineData("Authorization: Bearer abcdef123456", "Authorization: Bearer [secret]")]
    [InlineData("https://x/y?api_key=abcdef&z=1", "https://x/y?api_key=[secret]&z=1")]
    [InlineData("""{"api_key": "abcdef"}""", """{"api_key": "[secret]"}""")]
    [InlineData("token hf_abcdefghijklmnopqrst", "token [secret]")]
    [InlineData("my own words: hunter22", "my own words: [secret]")]
    [InlineData("the skeleton key of the password manager", "the skeleton key of the password manager")]
    public void Text_is_cleaned_of_what_is_or_looks_like_a_secret(string text, string clean) => Assert.Equal(clean, new Redactor(["hunter22"]).Clean(text));

    public void Dispose() => _folder.Dispose();

    private static ChatModelsOptions With(DummyServer server, CredentialBinding binding, string credential)
    {
        var source = new CredentialSource([binding]);
        return Kit.Options(Kit.Endpoint(server) with { Credential = credential }) with { Credentials = source, Redactor = new Redactor(source.Secrets) };
    }
}
