/** The file of the administrator's code: a slow digest, the owner's alone, whole or not there. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { adminCodeFile, createAdminCode, isCodeDamaged } from '#main/adapters/admin-code-file.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-code-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('keeps a digest by scrypt with salt and cost, readable by its owner alone', async () => {
  const code = createAdminCode(dir)
  expect(code.current()).toBeNull()
  await code.set('lark-bay-7')
  const file = adminCodeFile(dir)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const text = readFileSync(file, 'utf8')
  expect(text).not.toContain('lark-bay')
  expect(JSON.parse(text)).toMatchObject({ n: 131_072, r: 8, p: 1 })
  expect(await code.matches('lark-bay-7')).toBe(true)
  expect(await code.matches('lark-bay-8')).toBe(false)
  expect(await code.matches('ｌａｒｋ－ｂａｙ－７')).toBe(true) // the same keys of another keyboard
})

it('gives the same code another digest each time', async () => {
  const code = createAdminCode(dir, { n: 16, r: 8, p: 1 })
  await code.set('lark-bay-7')
  const before = code.current()
  await code.set('lark-bay-7')
  expect(code.current()).not.toBe(before)
})

it.each(['', '{}', 'null', '{"n":1e9,"r":8,"p":1,"salt":"","digest":""}'])(
  'that is damaged (%s) is a code that nobody has',
  async (text) => {
    writeFileSync(adminCodeFile(dir), text)
    const code = createAdminCode(dir)
    expect(code.current()).not.toBeNull()
    expect(await code.matches('')).toBe(false)
  },
)

it.each([
  ['none', null, false],
  ['binary', Buffer.alloc(500, 200), true],
  ['empty', '', true],
  ['cut', '{"n":16,"r":8', true],
])('tells a file that holds no code: %s', (_what, content, isDamaged) => {
  if (content !== null) writeFileSync(adminCodeFile(dir), content)
  expect(isCodeDamaged(dir)).toBe(isDamaged)
})

it('takes a file that it has written for whole', async () => {
  await createAdminCode(dir, { n: 16, r: 8, p: 1 }).set('lark-bay-7')
  expect(isCodeDamaged(dir)).toBe(false)
})
