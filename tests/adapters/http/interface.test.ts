/**
 * docs/interface.md says what is there: every address, every request, every refusal code with the
 * status that it really has.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp } from '#main/adapters/http/routes.ts'
import { statusOf } from '#main/adapters/http/http-refusals.ts'
import { eventStreams } from '#main/adapters/http/event-stream.ts'
import { openSessions } from '#main/adapters/http/session-registry.ts'
import { signInKeys, sessionTokens } from '#main/adapters/http/session-tokens.ts'
import { openWallAddress } from '#main/adapters/http/wall-address.ts'
import { contract } from '#shared/contract/contract.ts'
import { stubStation } from './station.ts'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/interface.md'), 'utf8')
const between = (from: string, to: string): string =>
  page.slice(page.indexOf(`\n## ${from}`), page.indexOf(`\n## ${to}`))

/**
 * Codes as the rules and the core write them; those of the border are in the table of statuses
 * itself.
 */
const codesInUse = [
  ...globSync(['src-shared/domain/**/*.ts', 'src-main/core/**/*.ts'], { cwd: root }).flatMap(
    (file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\brefuse\(\s*'([a-z-]+)'/g)].map(
        ([, code]) => code ?? '',
      ),
  ),
]

/** The routes as they are registered; nothing is asked of the station behind them. */
const routes = (): { method: string; path: string }[] => {
  const station = stubStation()
  const log = { info: () => undefined, error: () => undefined }
  const clock = { wall: () => 0, mono: () => 0 }
  return createApp({
    station,
    pages: new Map(),
    tokens: sessionTokens('secret', 'local', openSessions(null, log)),
    keys: signInKeys(openWallAddress(null, log).keys),
    streams: eventStreams(station, log),
    clock,
    log,
    port: () => 1,
    trust: () => undefined,
  }).routes
}

describe('the page for programmers', () => {
  it('lists every request of the contract, and no other', () => {
    const rows = [
      ...between('3 Requests', '4 The board').matchAll(/^\| `([a-z]+\/[a-z-]+)` \|/gm),
    ].map(([, name]) => name)
    expect(rows.sort()).toEqual(Object.keys(contract).sort())
  })

  it('lists every address of the station, and no other', () => {
    const pages = ['GET /', 'GET /wall'] // looked up among the built pages, not routed
    const routed = routes()
      .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
      .map(({ method, path }) => `${method} ${path}`)
    const rows = [...between('2 Addresses', '3 Requests').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(
      ([, cell = '']) => cell.replaceAll('`', '').split(', '),
    )
    expect(rows.sort()).toEqual([...routed, ...pages].sort())
  })

  it('lists every refusal that the rules and the station make, under the status that it gets', () => {
    const listed = new Map<string, string>()
    for (const [, statuses = '', codes = ''] of between(
      '6 Refusals',
      '7 The command line',
    ).matchAll(/^\| ([\d, ]+) \| (.+) \|$/gm))
      for (const [, code = ''] of codes.matchAll(/`([a-z-]+)`/g)) listed.set(code, statuses)
    expect(codesInUse.length).toBeGreaterThan(80)
    for (const code of codesInUse) expect(listed.get(code), code).toContain(String(statusOf(code)))
    for (const [code, statuses] of listed) expect(statuses, code).toContain(String(statusOf(code)))
  })
})
