/** The quick check refuses what Prettier would refuse, and accepts what Prettier has laid out. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { checkLayout } from '../../scripts/lib/layout.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

/** A project of these files, with our settings unless it brings its own. */
function project(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-layout-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
  const settings = '{ "semi": false, "singleQuote": true, "printWidth": 100 }\n'
  for (const [path, text] of Object.entries({ '.prettierrc.json': settings, ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

/** Prettier keeps two short alternatives on one line; oxfmt would write a line for each. */
const PRETTIERS = `export type Planted =
  { kind: 'rows'; rows: readonly string[]; last: boolean } | { kind: 'printed'; refusal: string }
`

it.each([
  ['a semicolon', { 'src/a.ts': 'export const a = 1;\n' }],
  ['a component', { 'src/A.vue': '<template>\n<p   class="a">x</p>\n</template>\n' }],
  ['a long line', { 'src/a.ts': `export const sum = ${Array(60).fill('1').join(' + ')}\n` }],
  ['a style', { 'src/a.css': 'a{color:red}\n' }],
  ['a file that nobody can read', { 'src/a.ts': 'export const a =\n' }],
  ['settings that nobody can read', { '.prettierrc.json': '{' }],
])('refuses %s', async (_what, files) => {
  const output = vi.spyOn(console, 'log').mockReturnValue()
  onTestFinished(() => output.mockRestore())
  expect(await checkLayout(project(files), { quick: true })).not.toBe(0)
})

it('accepts what Prettier has laid out, also where oxfmt would do it another way', async () => {
  const dir = project({ 'src/a.ts': 'export const a = 1\n', 'src/b.ts': PRETTIERS })
  expect(await checkLayout(dir, { quick: true })).toBe(0)
  expect(await checkLayout(dir, { quick: false })).toBe(0)
})
