-- CodeAlchemy in Neovim 0.7 or newer. Put this into your configuration and set the path below.
local codealchemy = vim.env.CODEALCHEMY or 'codealchemy'
local languages = {
  'python', 'c', 'cpp', 'cs', 'java', 'kotlin', 'scala', 'groovy', 'javascript', 'typescript', 'go', 'rust', 'ruby', 'perl', 'lua',
  'php', 'sh', 'swift', 'tcl', 'sql', 'yaml',
}
local values = vim.api.nvim_create_namespace('codealchemy.values')

-- Values of the last run at the ends of lines; from Neovim 0.10 on, vim.lsp.inlay_hint does the same.
local function show_values(client, buffer)
  local lines = vim.api.nvim_buf_line_count(buffer)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = lines, character = 0 } },
  }
  client.request('textDocument/inlayHint', params, function(_, hints)
    if not vim.api.nvim_buf_is_valid(buffer) then return end
    vim.api.nvim_buf_clear_namespace(buffer, values, 0, -1)
    for _, hint in ipairs(hints or {}) do
      vim.api.nvim_buf_set_extmark(buffer, values, hint.position.line, 0, { virt_text = { { '  ' .. hint.label, 'Comment' } } })
    end
  end, buffer)
end

local function trace(client, buffer)
  local params = { command = 'codealchemy.trace', arguments = { { uri = vim.uri_from_bufnr(buffer) } } }
  client.request('workspace/executeCommand', params, function(failure, result)
    if failure then return vim.notify(failure.message, vim.log.levels.ERROR) end
    vim.notify(string.format('%s: %d steps', result.status, result.steps))
    show_values(client, buffer)
  end, buffer)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = languages,
  callback = function(event)
    local root = vim.fn.getcwd()
    local client = codealchemy_client
    if not client or vim.lsp.client_is_stopped(client) then
      client = vim.lsp.start_client({
        name = 'codealchemy',
        cmd = { codealchemy, 'lsp' },
        root_dir = root,
        workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
        -- Only for folders whose programs you would run by hand.
        init_options = { trusted = true },
        on_attach = function(attached, buffer)
          vim.api.nvim_buf_create_user_command(buffer, 'CodeAlchemyTrace', function() trace(attached, buffer) end, {})
          vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave' }, { buffer = buffer, callback = vim.lsp.codelens.refresh })
          vim.api.nvim_create_autocmd({ 'TextChanged', 'TextChangedI' }, { buffer = buffer, callback = function() show_values(attached, buffer) end })
          vim.lsp.codelens.refresh()
        end,
      })
      codealchemy_client = client
    end
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})
