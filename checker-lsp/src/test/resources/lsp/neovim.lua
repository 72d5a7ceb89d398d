-- Drives the server as a user of Neovim does: opens, types, saves, renames and closes. After each step
-- it leaves in OUT/N: what is on disk, the texts of open buffers, and the diagnostics that are shown.
local folder, out = vim.env.FOLDER, vim.env.OUT
local client = vim.lsp.start_client({ cmd = { vim.env.SERVER }, root_dir = folder, name = 'iac-guard' })
local number = 0

local function settle(buffer)
  local params = { textDocument = { uri = 'file:///none' } }
  local results, err = vim.lsp.buf_request_sync(buffer, 'textDocument/codeLens', params, 60000)
  assert(results, err)
end

local function buffers()
  return vim.tbl_filter(function(buffer)
    return vim.api.nvim_buf_is_loaded(buffer) and vim.lsp.buf_is_attached(buffer, client)
  end, vim.api.nvim_list_bufs())
end

local function write(path, value)
  local file = assert(io.open(path, 'w'))
  file:write(value)
  file:close()
end

local function record()
  local open = buffers()
  -- A request sends what was typed in its buffer, so the last answer comes after all of it.
  for _, buffer in ipairs(open) do settle(buffer) end
  vim.wait(100, function() return false end, 10)
  number = number + 1
  local step = out .. '/' .. number
  vim.fn.mkdir(step, 'p')
  vim.fn.system({ 'cp', '-r', folder, step .. '/disk' })
  local texts, shown = {}, {}
  for _, buffer in ipairs(open) do
    local uri = vim.uri_from_bufnr(buffer)
    texts[uri] = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'
    shown[uri] = {}
    for _, each in ipairs(vim.diagnostic.get(buffer)) do
      local lsp = each.user_data.lsp
      table.insert(shown[uri], { line = each.lnum + 1, code = lsp.code, message = each.message })
    end
  end
  write(step .. '/texts.json', vim.json.encode(vim.tbl_isempty(texts) and vim.empty_dict() or texts))
  write(step .. '/shown.json', vim.json.encode(vim.tbl_isempty(shown) and vim.empty_dict() or shown))
end

local function attach()
  vim.lsp.buf_attach_client(0, client)
  local ready = vim.wait(60000, function()
    local known = vim.lsp.get_client_by_id(client)
    return known ~= nil and known.initialized and vim.lsp.buf_is_attached(0, client)
  end, 20)
  assert(ready, 'the server did not start')
end

local function edit(name)
  vim.cmd('edit ' .. folder .. '/' .. name)
  attach()
end

local function main()
  edit('main.tf')
  record()
  local keys = vim.api.nvim_replace_termcodes('ggOlocals {<CR>emoji = "😀 ü"<CR>}<Esc>', true, false, true)
  vim.api.nvim_feedkeys(keys, 'ntx', false)
  record()
  vim.cmd('%substitute/default = 0/default = 30/')
  record()
  vim.cmd('%substitute/ .context.foo//')
  record()
  vim.cmd('write')
  record()
  edit('other.tf')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    'resource "aws_cloudwatch_log_group" "more" {', '  name = "/more"', '}' })
  record()
  vim.cmd('write')
  record()
  vim.cmd('bwipeout')
  assert(os.rename(folder .. '/other.tf', folder .. '/renamed.tf'))
  edit('renamed.tf')
  record()
  vim.cmd('normal! ggdd')
  record()
  vim.cmd('bwipeout!')
  vim.cmd('buffer main.tf')
  record()
end

local good, err = pcall(main)
if not good then
  write(out .. '/error', tostring(err))
end
vim.lsp.stop_client(client)
vim.wait(3000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
vim.cmd('quitall!')
