/**
 * The layers hold: each violation is planted (in memory, under the path of its layer) and must be
 * refused, by the linter or the compiler.
 */
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let eslint: ESLint

beforeAll(() => {
  // planted files are in no project, so rules that need types are off; the layers need none
  const untyped = tseslint.configs.disableTypeChecked
  eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      {
        rules: untyped.rules ?? {},
        languageOptions: { parserOptions: { project: null, projectService: false } },
      },
    ],
  })
})

/** The messages of one rule for `code` as if it stood at `path`. */
async function refusals(path: string, code: string, rule: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) })
  expect(result?.messages.filter((message) => message.fatal)).toEqual([])
  return (result?.messages ?? [])
    .filter((message) => message.ruleId === rule)
    .map((message) => message.message)
}

describe('imports', () => {
  it.each([
    ['the rules import Node', 'src-shared/domain/planted.ts', `import 'node:fs'`],
    [
      'the rules import Node without its prefix',
      'src-shared/domain/planted.ts',
      `import { join } from 'path'\nexport { join }`,
    ],
    [
      'the rules import a package',
      'src-shared/domain/planted.ts',
      `import { z } from 'zod'\nexport { z }`,
    ],
    [
      'the rules import the contract by alias',
      'src-shared/domain/planted.ts',
      `export type { Name } from '#shared/contract/contract.ts'`,
    ],
    [
      'the rules import the contract by path',
      'src-shared/domain/deep/planted.ts',
      `export * from '../../contract/contract.ts'`,
    ],
    [
      'the contract imports vue',
      'src-shared/contract/planted.ts',
      `import { ref } from 'vue'\nexport { ref }`,
    ],
    [
      'the contract imports the core',
      'src-shared/contract/planted.ts',
      `import type { Clock } from '#main/core/ports.ts'\nexport type { Clock }`,
    ],
    [
      'the core imports electron',
      'src-main/core/planted.ts',
      `import { app } from 'electron'\nexport { app }`,
    ],
    [
      'the core imports Node',
      'src-main/core/planted.ts',
      `import { readFile } from 'node:fs/promises'\nexport { readFile }`,
    ],
    [
      'the core imports Node inside a function',
      'src-main/core/planted.ts',
      `export const late = () => import('node:fs')`,
    ],
    [
      'the core names a type of Node',
      'src-main/core/planted.ts',
      `export type Stats = import('node:fs').Stats`,
    ],
    [
      'the plain count imports a figure',
      'tests/kit/plain-count/planted.ts',
      `export * from '#shared/domain/statistics/limit.ts'`,
    ],
    [
      'the plain count imports a type of the rules',
      'tests/kit/plain-count/planted.ts',
      `export type { Incident } from '../../../src-shared/domain/incident/record/state.ts'`,
    ],
    [
      'the core imports an adapter',
      'src-main/core/planted.ts',
      `export * from '../adapters/planted.ts'`,
    ],
    [
      'an adapter imports a host',
      'src-main/adapters/planted.ts',
      `export * from '#main/hosts/node/command-line.ts'`,
    ],
    [
      'an adapter imports the core behind its ports',
      'src-main/adapters/planted.ts',
      `export * from '#main/core/station/station.ts'`,
    ],
    [
      'an adapter imports electron',
      'src-main/adapters/planted.ts',
      `import { app } from 'electron'\nexport { app }`,
    ],
    [
      'the Node host imports electron-store',
      'src-main/hosts/node/planted.ts',
      `import Store from 'electron-store'\nexport { Store }`,
    ],
    [
      'the Node host imports the Electron host',
      'src-main/hosts/node/planted.ts',
      `export * from '../electron/windows.ts'`,
    ],
    [
      'a host imports a page',
      'src-main/hosts/electron/planted.ts',
      `export * from '#renderer/ui/planted.ts'`,
    ],
    [
      'a page imports the station',
      'src-renderer/console/planted.ts',
      `export * from '#main/core/ports.ts'`,
    ],
    ['a page imports Node', 'src-renderer/stores/planted.ts', `import 'node:fs'`],
    [
      'a page imports electron',
      'src-renderer/transport/planted.ts',
      `import { ipcRenderer } from 'electron'\nexport { ipcRenderer }`,
    ],
    [
      'the console imports the wall',
      'src-renderer/console/planted.ts',
      `export * from '../wall/planted.ts'`,
    ],
    [
      'the wall imports the console',
      'src-renderer/wall/planted.ts',
      `export * from '#renderer/console/planted.ts'`,
    ],
    [
      'a component of the console imports the wall',
      'src-renderer/console/Planted.vue',
      `<script setup lang="ts">\nimport Tile from '../wall/Tile.vue'\n</script>\n<template><Tile /></template>`,
    ],
    [
      'a shared part of the faces imports one of them',
      'src-renderer/ui/planted.ts',
      `export * from '../console/planted.ts'`,
    ],
    [
      'an import by a computed name',
      'src-main/core/planted.ts',
      'export const load = (name: string) => import(name)',
    ],
    ['an import without its extension', 'src-main/core/planted.ts', `export * from './ports'`],
    ['a file outside every layer', 'src-main/planted.ts', `export * from './core/ports.ts'`],
  ])('refused: %s', async (_what, path, code) => {
    expect(await refusals(path, code, 'layers/imports')).toHaveLength(1)
  })

  it.each([
    [
      'the rules import each other',
      'src-shared/domain/incident/planted.ts',
      `export type { Text } from '../text.ts'`,
    ],
    [
      'the contract imports the rules and zod',
      'src-shared/contract/planted.ts',
      `export { z } from 'zod'\nexport type { Text } from '#shared/domain/text.ts'`,
    ],
    [
      'an adapter imports a port, Node and a library',
      'src-main/adapters/planted.ts',
      `import 'node:fs'\nexport { Hono } from 'hono'\nexport type { Clock } from '#main/core/ports.ts'`,
    ],
    [
      'the Electron host imports electron and the core',
      'src-main/hosts/electron/planted.ts',
      `export { app } from 'electron'\nexport * from '#main/core/station/station.ts'`,
    ],
    [
      'a face imports what both share',
      'src-renderer/wall/planted.ts',
      `export { ref } from 'vue'\nexport * from '../ui/planted.ts'`,
    ],
    [
      'a page imports a style',
      'src-renderer/console/planted.ts',
      `import './console.css'\nimport '@fontsource-variable/noto-sans-sc/wght.css'`,
    ],
  ])('allowed: %s', async (_what, path, code) => {
    expect(await refusals(path, code, 'layers/imports')).toEqual([])
  })
})

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
  const own = [...planted.keys()].filter((path) =>
    config.include.some((glob) => path.startsWith(join(root, glob.slice(0, glob.indexOf('*'))))),
  )
  const program = ts.createProgram({ rootNames: own, options, host })
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
