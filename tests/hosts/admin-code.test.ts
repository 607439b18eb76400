/**
 * `station admin-code`: whoever owns the folder sets the code again; it never stands in a command
 * line.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { adminCodeFile, createAdminCode } from '#main/adapters/admin-code-file.ts'
import { newFolder, runProgram, runWith } from './cli.ts'

function folderWithRecord(): string {
  const dir = newFolder()
  writeFileSync(join(dir, 'journal.db'), 'a record')
  return dir
}

it('takes one line of standard input and says so in both languages', async () => {
  const dir = folderWithRecord()
  const result = await runWith('lark-bay-7\n', ['admin-code', '--data', dir])
  expect(result).toEqual({
    code: 0,
    out: '{"ok":true,"message":{"zh":"管理员密码已更换","en":"The administrator code was set"}}\n',
    err: '',
  })
  expect(readFileSync(adminCodeFile(dir), 'utf8')).not.toContain('lark-bay')
  expect(await createAdminCode(dir).matches('lark-bay-7')).toBe(true)
})

it('refuses a simple one with 64, a folder without a record with 66', async () => {
  const dir = folderWithRecord()
  const simple = await runWith('123456\n', ['admin-code', '--data', dir])
  expect(simple.code).toBe(64)
  expect(simple.err).toMatch(/^code-too-simple: /)
  expect(createAdminCode(dir).current()).toBeNull()
  expect((await runWith('', ['admin-code', '--data', dir])).code).toBe(64)
  expect((await runWith('lark-bay-7\n', ['admin-code', '--data', newFolder()])).code).toBe(66)
})

it('has no option for the code', async () => {
  const result = await runProgram(['admin-code', '--data', newFolder(), '--code', 'lark-bay-7'])
  expect(result.code).toBe(64)
})
