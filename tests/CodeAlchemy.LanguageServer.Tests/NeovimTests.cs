using System.Diagnostics;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>The configuration of examples/editors/neovim.lua in a real Neovim.</summary>
public sealed class NeovimTests
{
    private const string Check = """
        vim.cmd('filetype on')
        dofile(vim.env.CONFIGURATION)
        local function wait(what, done)
          if not vim.wait(100000, done, 50) then print('timeout: ' .. what) vim.cmd('cquit') end
        end
        local function ask(method, params)
          local answer
          vim.lsp.buf_request(0, method, params, function(_, result) answer = { result } end)
          wait(method, function() return answer end)
          return answer[1]
        end
        local function attached()
          local client = vim.lsp.buf_get_clients(0)[next(vim.lsp.buf_get_clients(0))]
          return client and client.initialized
        end
        vim.cmd('edit count.py')
        wait('attached', attached)
        local here = { textDocument = vim.lsp.util.make_text_document_params() }
        print('lens ' .. ask('textDocument/codeLens', here)[1].command.title)
        vim.cmd('CodeAlchemyTrace')
        wait('values', function()
          return #vim.api.nvim_buf_get_extmarks(0, vim.api.nvim_get_namespaces()['codealchemy.values'], 0, -1, {}) > 0
        end)
        local marks = vim.api.nvim_buf_get_extmarks(0, vim.api.nvim_get_namespaces()['codealchemy.values'], 0, -1, { details = true })
        print('value ' .. vim.trim(marks[1][4].virt_text[1][1]))
        wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
        print('diagnostic ' .. vim.diagnostic.get(0)[1].code)
        print('hover ' .. ask('textDocument/hover', { textDocument = here.textDocument, position = { line = 1, character = 5 } }).contents.value:match('^[^\n]*'))
        vim.cmd('edit manifest.yaml')
        wait('attached', attached)
        here = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 2, character = 1 } }
        print('completion ' .. tostring(#ask('textDocument/completion', here).items > 3))
        vim.cmd('qall!')
        """;

    [Fact]
    public async Task Lenses_values_diagnostics_hover_and_completion_work()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/nvim"), "neovim is not installed");
        using var folder = new Folder();
        folder.Write("count.py", "for i in range(3):\n    last = i\nraise ValueError('end')\n");
        folder.Write("manifest.yaml", "apiVersion: codealchemy/v1\nkind: Pipeline\ns\n");
        folder.Write("server", $"#!/bin/sh\nexec dotnet {Path.Combine(AppContext.BaseDirectory, "codealchemy-lsp.dll")}\n");
        File.SetUnixFileMode(Path.Combine(folder.Path, "server"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write("check.lua", Check);
        var info = new ProcessStartInfo("/usr/bin/nvim", ["--headless", "--clean", "-c", "luafile check.lua"])
        {
            WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        info.Environment["CODEALCHEMY"] = Path.Combine(folder.Path, "server");
        info.Environment["CODEALCHEMY_ROOT"] = Installation.Root;
        info.Environment["CONFIGURATION"] = Path.Combine(Installation.Root, "examples", "editors", "neovim.lua");
        info.Environment["HOME"] = folder.Path;
        info.Environment["CODEALCHEMY_HOME"] = folder.Path;

        using var nvim = Process.Start(info)!;
        nvim.StandardInput.Close();
        var said = await nvim.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await nvim.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(nvim.ExitCode == 0, said);
        Assert.Contains("lens ▶ Trace file", said, StringComparison.Ordinal);
        Assert.Contains("value i = 0 … 2 (3×)", said, StringComparison.Ordinal);
        Assert.Contains("diagnostic exception-uncaught", said, StringComparison.Ordinal);
        Assert.Contains("hover `last` in the last run: 3 values", said, StringComparison.Ordinal);
        Assert.Contains("completion true", said, StringComparison.Ordinal);
    }
}
