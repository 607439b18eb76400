/**
 * Tests what a layer may touch: each violation is planted, and the linter or the compiler refuses
 * it.
 */
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { refusals, root } from './planted.ts'

describe('what a layer may touch', () => {
  it.each([
    ['a clock in the rules', 'src-shared/domain/planted.ts', 'export const at = Date.now()'],
    [
      'the current date in the rules',
      'src-shared/domain/planted.ts',
      'export const at = new Date()',
    ],
    [
      "the machine's time zone in the rules",
      'src-shared/domain/planted.ts',
      'export const hour = new Date(0).getHours()',
    ],
    ['chance in the rules', 'src-shared/domain/planted.ts', 'export const id = Math.random()'],
    ['a clock in the core', 'src-main/core/planted.ts', 'export const at = Date.now()'],
    [
      'an await at the top of a host',
      'src-main/hosts/electron/planted.ts',
      'declare const app: { whenReady(): Promise<void> }\nawait app.whenReady()\nexport {}',
    ],
    [
      'an await inside an expression at the top',
      'src-main/hosts/node/planted.ts',
      'export const size = String((await Promise.resolve([1])).length)',
    ],
    [
      'a loop that awaits at the top',
      'src-main/adapters/planted.ts',
      'declare const rows: AsyncIterable<number>\nfor await (const row of rows) void row\nexport {}',
    ],
    [
      'a window outside the factory',
      'src-main/hosts/electron/planted.ts',
      `import { BrowserWindow } from 'electron'\nexport const win = new BrowserWindow({})`,
    ],
    [
      'markup by hand',
      'src-renderer/ui/planted.ts',
      `export const put = (el: Element, text: string) => { el.innerHTML = text }`,
    ],
    [
      'a test left out',
      'tests/domain/planted.test.ts',
      `import { it } from 'vitest'\nit.skip('later', () => {})`,
    ],
  ])('refused: %s', async (_what, path, code) => {
    expect(await refusals(path, code, 'no-restricted-syntax')).toHaveLength(1)
  })

  it.each(['setTimeout', 'setInterval', 'console', 'performance', 'globalThis'])(
    'refused: %s in the rules',
    async (name) => {
      expect(
        await refusals(
          'src-shared/domain/planted.ts',
          `export const held = ${name}`,
          'no-restricted-globals',
        ),
      ).toHaveLength(1)
    },
  )

  it('allowed: an await inside a function of a host', async () => {
    const code =
      'export async function start(ready: Promise<void>) { await ready\n for await (const one of [ready]) void one }'
    expect(
      await refusals('src-main/hosts/electron/planted.ts', code, 'no-restricted-syntax'),
    ).toEqual([])
  })

  it('refused: v-html in a template', async () => {
    const code =
      '<script setup lang="ts">\ndefineProps<{ words: string }>()\n</script>\n<template>\n  <p v-html="words" />\n</template>\n'
    expect(await refusals('src-renderer/ui/Planted.vue', code, 'vue/no-v-html')).toHaveLength(1)
  })

  it('refused: a file of more than 400 lines', async () => {
    const code = `${'export {}\n'.repeat(401)}`
    expect(await refusals('src-shared/domain/planted.ts', code, 'max-lines')).toHaveLength(1)
  })
})

/**
 * Compiles `files` (path → code) as all there is of a layer, with that layer's own project. Answers
 * with the codes of what is wrong.
 */
function compile(project: string, files: Readonly<Record<string, string>>): string[] {
  const planted = new Map(Object.entries(files).map(([path, code]) => [join(root, path), code]))
  const { config } = ts.readConfigFile(join(root, project), ts.sys.readFile) as {
    config: { include: string[] }
  }
  // its options only, not its files
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => planted.has(path) || fileExists(path)
  host.readFile = (path) => planted.get(path) ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const code = planted.get(path)
    return code === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, code, language)
  }
  // which planted files the project itself lists: a file of another layer must not be among them
  const listed = [...planted.keys()].filter((path) =>
    config.include.some((glob) => path.startsWith(join(root, glob.slice(0, glob.indexOf('*'))))),
  )
  const program = ts.createProgram({ rootNames: listed, options, host })
  return ts.getPreEmitDiagnostics(program).map((problem) => `TS${problem.code}`)
}

describe('the compiler', () => {
  const domain = 'src-shared/domain/planted.ts'
  it.each([
    [
      'document in the rules',
      'tsconfig.domain.json',
      { [domain]: 'export const title = document.title' },
      'TS2584',
    ],
    [
      'process in the rules',
      'tsconfig.domain.json',
      { [domain]: 'export const where = process.cwd()' },
      'TS2591',
    ],
    [
      'console in the rules',
      'tsconfig.domain.json',
      { [domain]: 'console.log(1)\nexport {}' },
      'TS2584',
    ],
    [
      'Node in the rules',
      'tsconfig.domain.json',
      { [domain]: `export { readFileSync } from 'node:fs'` },
      'TS2591',
    ],
    [
      'the contract in the rules',
      'tsconfig.domain.json',
      {
        [domain]: `export * from '../contract/planted.ts'`,
        'src-shared/contract/planted.ts': 'export const x = 1',
      },
      'TS6307',
    ],
    [
      'a timer in the core',
      'tsconfig.core.json',
      { 'src-main/core/planted.ts': 'setTimeout(() => {}, 1)\nexport {}' },
      'TS2304',
    ],
    [
      'Node in the core',
      'tsconfig.core.json',
      { 'src-main/core/planted.ts': `export { readFileSync } from 'node:fs'` },
      'TS2591',
    ],
    [
      'document in a host',
      'tsconfig.main.json',
      { 'src-main/hosts/node/planted.ts': 'export const title = document.title' },
      'TS2584',
    ],
    [
      'process in a page',
      'tsconfig.web.json',
      { 'src-renderer/ui/planted.ts': 'export const where = process.cwd()' },
      'TS2591',
    ],
    ['an enum', 'tsconfig.domain.json', { [domain]: 'export enum Level { one }' }, 'TS1294'],
  ])('refuses %s', (_what, project, files, code) => {
    expect(compile(project, files)).toContain(code)
  })

  it.each([
    [
      'the rules',
      'tsconfig.domain.json',
      { [domain]: 'export const later = (at: number, ms: number): number => at + ms' },
    ],
    [
      'a host',
      'tsconfig.main.json',
      {
        'src-main/hosts/node/planted.ts': `import { readFileSync } from 'node:fs'\nexport const text = readFileSync(process.argv[1] ?? '', 'utf8')`,
      },
    ],
    [
      'a page',
      'tsconfig.web.json',
      { 'src-renderer/ui/planted.ts': 'export const title = document.title' },
    ],
  ])('accepts %s as they should be', (_what, project, files) => {
    expect(compile(project, files)).toEqual([])
  })
})
