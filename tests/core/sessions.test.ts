/** Who may list and end the sessions of a station, and what they are told of each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { openSessions } from '#main/adapters/http/session-registry.ts'
import type { Caller } from '#main/core/api.ts'
import { openStation } from '../kit/station.ts'

const A = 'a'.repeat(16)
const B = 'b'.repeat(16)
const desk: Caller = { name: '值班员', role: 'dispatcher', session: A }
const other: Caller = { name: '值班员', role: 'dispatcher', session: B }
const wall: Caller = { name: '大屏', role: 'wall', session: 'c'.repeat(16) }
const QUICK = { n: 2 ** 4, r: 8, p: 1 }

async function signedIn() {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-sessions-'))
  const sessions = openSessions(null, { info: () => undefined, error: () => undefined })
  for (const [session, seen] of [
    [A, 2],
    [B, 1],
  ] as const)
    sessions.enter({ session, role: 'dispatcher', device: '', since: 0, seen, ends: null })
  const kit = await openStation({ sessions, adminCode: createAdminCode(dir, QUICK) })
  onTestFinished(async () => {
    await kit.stop()
    rmSync(dir, { recursive: true, force: true })
  })
  return kit
}

it('names the person of each, and which one asks', async () => {
  const kit = await signedIn()
  await kit.send('desk/sign-on', { person: '周敏' }, { by: other })
  expect(await kit.send('session/list', {}, { by: desk })).toMatchObject({
    reply: {
      sessions: [
        { session: A, person: null, own: true },
        { session: B, person: '周敏', own: false },
      ],
    },
  })
})

it('ends one once; a wall may neither look nor end', async () => {
  const kit = await signedIn()
  expect(await kit.send('session/list', {}, { by: wall })).toMatchObject({ code: 'forbidden' })
  expect(await kit.send('session/end', { session: B }, { by: wall })).toMatchObject({
    code: 'forbidden',
  })
  expect(await kit.send('session/end', { session: B }, { by: desk })).toMatchObject({ ok: true })
  expect(await kit.send('session/end', { session: B }, { by: desk })).toMatchObject({
    code: 'unknown-session',
  })
  expect(await kit.ask('session/list', {})).toMatchObject({ sessions: [{ session: A }] })
})

it('needs the administrator’s code, and what it had opened is locked with the session', async () => {
  const kit = await signedIn()
  await kit.send('desk/code-set', { code: 'lark-bay-7' }, { by: desk })
  expect(await kit.send('session/list', {}, { by: desk })).toMatchObject({ code: 'code-needed' })
  for (const by of [desk, other]) await kit.send('desk/unlock', { code: 'lark-bay-7' }, { by })
  expect(await kit.send('session/end', { session: B }, { by: desk })).toMatchObject({ ok: true })
  expect(await kit.send('session/list', {}, { by: other })).toMatchObject({ code: 'code-needed' })
})
