/**
 * The linter refuses each lock that code might open; every fault is planted in memory.
 */
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
let eslint: ESLint

beforeAll(async () => {
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
  // loads the configuration, which takes a busy machine its time
  await refusals('src-main/hosts/electron/planted.ts', 'export {}')
}, 60_000)

async function refusals(path: string, code: string): Promise<number> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) })
  expect(result?.messages.filter((message) => message.fatal)).toEqual([])
  return (result?.messages ?? []).filter((message) => message.ruleId === 'no-restricted-syntax')
    .length
}

describe('refused', () => {
  it.each([
    'nodeIntegration: true',
    'nodeIntegrationInWorker: true',
    'nodeIntegrationInSubFrames: true',
    'contextIsolation: false',
    'sandbox: false',
    'webSecurity: false',
    'allowRunningInsecureContent: true',
    'experimentalFeatures: true',
    'webviewTag: true',
    'bypassCSP: true',
    'navigateOnDragDrop: true',
    '"sandbox": false',
    'enableBlinkFeatures: "X"',
  ])('an option: %s', async (option) => {
    for (const file of ['planted', 'window-factory'])
      expect(
        await refusals(
          `src-main/hosts/electron/${file}.ts`,
          `export const options = { ${option} }`,
        ),
      ).toBe(1)
  })

  it.each([
    'export const go = (shell: any) => shell.openExternal("https://example.org")',
    'export const set = (options: any) => { options.webPreferences.sandbox = false }',
    'export const trust = (app: any) => app.on("certificate-error", () => {})',
    'export const trust = (ses: any) => ses.setCertificateVerifyProc(() => 0)',
    'export const run = (contents: any) => contents.executeJavaScript("1")',
    'export const open = (app: any) => app.commandLine.appendSwitch("no-sandbox")',
    'export const ask = (ipcRenderer: any) => ipcRenderer.sendSync("x")',
    'declare const contextBridge: any, ipcRenderer: any\ncontextBridge.exposeInMainWorld("x", { ipcRenderer })\nexport {}',
  ])('an act: %s', async (code) => {
    expect(await refusals('src-main/preload/planted.ts', code)).toBeGreaterThan(0)
  })
})

it('allowed: the locks as they are', async () => {
  expect(
    await refusals(
      'src-main/hosts/electron/planted.ts',
      'export const options = { nodeIntegration: false, contextIsolation: true, sandbox: true, webSecurity: true }',
    ),
  ).toBe(0)
})
