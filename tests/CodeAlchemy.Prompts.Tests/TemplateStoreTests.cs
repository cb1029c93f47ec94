using System.Security.Cryptography;
using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class TemplateStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("templates").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_template_of_an_earlier_folder_overrides_a_later_one_by_path()
    {
        Write("ours/task/a.scriban", "ours a");
        Write("ours/task/b.scriban", "ours b");
        Write("user/task/a.scriban", "user a");
        var store = new TemplateStore([Folder("user"), Folder("missing"), Folder("ours")]);

        Assert.Equal("user a", store.Render("task/a.scriban", new Dictionary<string, object?>()).Text);
        Assert.Equal("ours b", store.Render("task/b.scriban", new Dictionary<string, object?>()).Text);
        Assert.Equal(["task/a.scriban", "task/b.scriban"], store.Paths());
    }

    [Fact]
    public void A_rendered_prompt_names_its_template_and_the_hash_of_its_bytes()
    {
        Write("ours/a.scriban", "\uFEFFHello {{ name }}");
        var prompt = new TemplateStore([Folder("ours")]).Render("a.scriban", new Dictionary<string, object?> { ["name"] = "Ada" });

        Assert.Equal("Hello Ada", prompt.Text);
        Assert.Equal("a.scriban", prompt.Reference.Template);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Folder("ours/a.scriban")))), prompt.Reference.Sha256);
    }

    [Theory]
    [InlineData("../secret.scriban")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../secret.scriban")]
    [InlineData("a//b.scriban")]
    [InlineData("./a.scriban")]
    [InlineData("a\\b.scriban")]
    [InlineData("c:a.scriban")]
    [InlineData("")]
    public void A_path_that_is_not_plainly_inside_is_refused(string path)
    {
        Write("secret.scriban", "secret");
        Write("ours/a.scriban", "a");
        var store = new TemplateStore([Folder("ours")]);

        Assert.Equal("template-path", Assert.Throws<ProblemException>(() => store.Get(path)).Problem.Code);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        Write("secret.scriban", "secret");
        Write("ours/a.scriban", "a");
        File.CreateSymbolicLink(Folder("ours/link.scriban"), Folder("secret.scriban"));
        var store = new TemplateStore([Folder("ours")]);

        Assert.Equal("template-missing", Assert.Throws<ProblemException>(() => store.Get("link.scriban")).Problem.Code);
        Assert.Equal(["a.scriban"], store.Paths());
    }

    [Fact]
    public void A_broken_template_is_refused_with_file_line_and_column()
    {
        Write("ours/a.scriban", "fine\n{{ if x }}");
        var problem = Assert.Throws<ProblemException>(() => new TemplateStore([Folder("ours")]).Get("a.scriban")).Problem;

        Assert.Equal($"{Folder("ours/a.scriban")}:2:4", problem.Location!.ToString());
        Assert.Equal(ExitCode.Configuration, problem.Exit);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_refused()
    {
        Write("ours/a.scriban", "");
        File.WriteAllBytes(Folder("ours/a.scriban"), [0xff, 0xfe, 0x41]);

        Assert.Equal("template-encoding", Assert.Throws<ProblemException>(() => new TemplateStore([Folder("ours")]).Get("a.scriban")).Problem.Code);
    }

    private string Folder(string name) => Path.Combine(_root, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder(name))!);
        File.WriteAllText(Folder(name), text);
    }
}
