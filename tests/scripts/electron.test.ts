/**
 * Tests whether the desktop app can be opened here at the first start, and if not, that one line
 * says why, without trying for ever.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { desktop, electronPath, noDesktop } from '../../scripts/lib/electron.mjs'

/** A root with a package `electron` whose installer is the given script. */
function rootWith(installer: string): string {
  const root = mkdtempSync(join(tmpdir(), 'vigil-electron-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const folder = join(root, 'node_modules/electron')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(folder, 'package.json'), '{"name":"electron","version":"1.2.3"}')
  writeFileSync(join(folder, 'install.js'), installer)
  return root
}
const INSTALLS = `const fs = require('fs'), p = require('path'); fs.mkdirSync(p.join(__dirname, 'dist')); fs.writeFileSync(p.join(__dirname, 'dist', 'electron'), ''); fs.writeFileSync(p.join(__dirname, 'path.txt'), 'electron')`
const screen = { DISPLAY: ':0' }

it('asks for a display and for an ordinary user first, since no download cures that', async () => {
  expect(noDesktop({}, 'linux', 1000)?.en).toBe('there is no display')
  expect(noDesktop(screen, 'linux', 0)?.en).toBe('it runs as root')
  expect(noDesktop({ WAYLAND_DISPLAY: 'w' }, 'linux', 1000)).toBeNull()
  expect(noDesktop({}, 'win32', undefined)).toBeNull()
  const root = rootWith('throw new Error("never started")')
  expect(await desktop(root, { env: {}, platform: 'linux', uid: 1000 })).toMatchObject({
    why: { zh: '没有图形界面' },
  })
  expect(existsSync(join(root, 'node_modules/.cache'))).toBe(false) // and nothing was tried
})

it('fetches the binary once and finds it', async () => {
  const root = rootWith(INSTALLS)
  expect(await desktop(root, { env: screen, platform: 'linux', uid: 1000 })).toEqual({
    path: join(root, 'node_modules/electron/dist/electron'),
  })
})

it('takes the one that is named, and says so if it is not there', async () => {
  const root = rootWith(INSTALLS)
  const ownBinary = join(root, 'my-electron')
  writeFileSync(ownBinary, '')
  chmodSync(ownBinary, 0o755)
  expect(electronPath(root, { VIGIL_ELECTRON: ownBinary }, 'linux')).toBe(ownBinary)
  expect(
    await desktop(root, {
      env: { ...screen, VIGIL_ELECTRON: join(root, 'gone') },
      platform: 'linux',
      uid: 1000,
    }),
  ).toMatchObject({ why: { en: 'Electron is not installed' } })
})

it('does not take a binary that is only half unpacked: it is fetched anew', async () => {
  const root = rootWith(
    `const fs = require('fs'), p = require('path'); fs.writeFileSync(p.join(__dirname, 'path.txt'), 'electron')`,
  )
  mkdirSync(join(root, 'node_modules/electron/dist'))
  writeFileSync(join(root, 'node_modules/electron/dist/electron'), 'half of it')
  expect(electronPath(root, {}, 'linux')).toBeNull()
  expect(await desktop(root, { env: screen, platform: 'linux', uid: 1000 })).toHaveProperty('path')
})

it('remembers a failed fetch for a day, then tries again', async () => {
  const root = rootWith('process.exit(1)')
  const at = 1_790_000_000_000
  const ask = (now: number) => desktop(root, { env: screen, platform: 'linux', uid: 1000, now })
  expect(await ask(at)).toMatchObject({ why: { zh: expect.stringContaining('下载失败') } })
  expect(await ask(at + 1000)).toMatchObject({
    why: { zh: expect.stringContaining('上次下载失败') },
  })
  const mirrored = await desktop(root, {
    env: { ...screen, ELECTRON_MIRROR: 'https://mirror.example/' },
    platform: 'linux',
    uid: 1000,
    now: at + 2000,
  })
  // another way is tried at once
  expect(mirrored).toMatchObject({ why: { zh: expect.not.stringContaining('上次') } })
  writeFileSync(join(root, 'node_modules/electron/install.js'), INSTALLS)
  expect(await ask(at + 25 * 3_600_000)).toHaveProperty('path')
})

it('goes by the mirror and the proxy that the environment or npm names', async () => {
  const root = rootWith(
    `require('fs').writeFileSync(require('path').join(__dirname, 'env.json'), JSON.stringify(process.env)); ${INSTALLS}`,
  )
  await desktop(root, {
    env: {
      ...screen,
      ELECTRON_MIRROR: 'https://mirror.example/',
      npm_config_https_proxy: 'http://proxy.example:3128',
    },
    platform: 'linux',
    uid: 1000,
  })
  expect(
    JSON.parse(readFileSync(join(root, 'node_modules/electron/env.json'), 'utf8')),
  ).toMatchObject({
    ELECTRON_MIRROR: 'https://mirror.example/',
    HTTPS_PROXY: 'http://proxy.example:3128',
    NODE_USE_ENV_PROXY: '1',
  })
})

it('gives up a fetch that hangs', async () => {
  const root = rootWith('setInterval(() => {}, 1000)')
  expect(
    await desktop(root, { env: screen, platform: 'linux', uid: 1000, most: 200 }),
  ).toHaveProperty('why')
})
