/** The administrator's code of this machine: what it guards, how long it opens, and guessing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adminCodeFile, createAdminCode } from '#main/adapters/admin-code-file.ts'
import type { Caller } from '#main/core/api.ts'
import { contract, type Name } from '#shared/contract/contract.ts'
import type { RequestDefinition } from '#shared/contract/request.ts'
import { openStation, type Kit } from '../kit/station.ts'

const CODE = 'lark-bay-7'
const QUICK = { n: 2 ** 4, r: 8, p: 1 } // the real cost is the file's own test
const desk: Caller = { name: '值班员', role: 'dispatcher', session: 'desk-1' }
const other: Caller = { name: '值班员', role: 'dispatcher', session: 'desk-2' }
const program: Caller = { name: '本机程序', role: 'administrator' }
const wall: Caller = { name: '大屏', role: 'wall' }

let dir: string
let kit: Kit
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-code-'))
  kit = await openStation({ adminCode: createAdminCode(dir, QUICK) })
})
afterEach(async () => {
  await kit.stop()
  rmSync(dir, { recursive: true, force: true })
})

const codeOf = async (name: Name, input: unknown, by: Caller): Promise<string> => {
  const answer = await kit.send(name, input, { by })
  return answer.ok ? 'ok' : answer.code
}
const places = (by: Caller): Promise<string> =>
  codeOf('site/places-set', { places: [{ name: '热线中心' }] }, by)
const unlock = (code: string, by: Caller = desk): Promise<string> =>
  codeOf('desk/unlock', { code }, by)
const setCode = (code = CODE, by: Caller = program): Promise<string> =>
  codeOf('desk/code-set', { code }, by)

describe('the code', () => {
  it('guards what the administrator arranges, and nothing of a running incident', () => {
    const guarded = Object.entries<RequestDefinition>(contract)
      .filter(([, { code }]) => code === true)
      .map(([name]) => name)
    expect(guarded.sort()).toEqual([
      'backup/make',
      'backup/place-set',
      'backup/restore',
      'backup/switch',
      'bulletin/copies-set',
      'contacts/import',
      'contacts/remove',
      'contacts/verification-set',
      'desk/code-set',
      'documents/abolish',
      'documents/approve',
      'documents/bring-back',
      'documents/put-away',
      'duty/import',
      'duty/shift-remove',
      'duty/shift-set',
      'hq/begin-epoch',
      'hq/leave',
      'hq/order-accept',
      'hq/pair',
      'import/withdraw',
      'journal/clear-values',
      'outlets/remove',
      'outlets/set',
      'people/import',
      'people/person-leave',
      'people/post-remove',
      'places/import',
      'places/plan-remove',
      'places/plan-set',
      'places/remove',
      'places/set',
      'plans/abolish',
      'plans/approve',
      'policy/reset',
      'policy/set',
      'report/arrange',
      'report/issue',
      'retention/find',
      'retention/lift',
      'retention/purge',
      'retention/set',
      'session/end',
      'session/list',
      'sheet/arrange',
      'site/archive-set',
      'site/attention-set',
      'site/calendar-set',
      'site/places-set',
      'site/set-up',
      'site/wall-link',
      'site/wall-renew',
      'spare/invite',
      'spare/shut',
      'supply/import',
      'upkeep/import',
      'upkeep/issue',
      'upkeep/supplement',
      'walls/privacy-set',
      'walls/remove',
      'walls/self-test-set',
      'walls/set',
    ])
  })

  it('is not asked for as long as none is set', async () => {
    expect(await places(desk)).toBe('ok')
    expect(await codeOf('journal/verify', {}, desk)).toBe('forbidden')
    expect(await codeOf('backup/make', { folder: '/nowhere' }, desk)).toBe('forbidden')
    expect(await unlock(CODE)).toBe('code-not-set')
    expect(await kit.send('desk/code', {}, { by: desk })).toMatchObject({
      reply: { set: false, until: null },
    })
  })

  it('may be set by a console while there is none, and then by nobody who lacks it', async () => {
    expect(await setCode(CODE, wall)).toBe('forbidden')
    expect(await setCode(CODE, desk)).toBe('ok')
    expect(await setCode('another-code-1', other)).toBe('code-needed')
    expect(await setCode('another-code-2', program)).toBe('ok')
    expect(await unlock(CODE)).toBe('wrong-code')
    expect(await unlock('another-code-2')).toBe('ok')
  })

  it.each(['12345', '111111', '123456', 'fedcba', '１２３４５６'])(
    'is not as simple as %s',
    async (code) => {
      expect(await setCode(code)).toBe('code-too-simple')
      expect(kit.logged.map(({ event }) => event)).not.toContain('admin-code-set')
    },
  )

  it('is asked for once it is set; what an incident needs never asks', async () => {
    await setCode()
    expect(await places(desk)).toBe('code-needed')
    expect(await codeOf('backup/make', { folder: '/nowhere' }, desk)).toBe('code-needed')
    expect(await places(program)).toBe('ok')
    expect(await places(wall)).toBe('forbidden')
    expect(await kit.run()).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('makes one console administrator for ten minutes', async () => {
    await setCode()
    const until = kit.clock.wall() + 600_000
    expect(await kit.send('desk/unlock', { code: CODE }, { by: desk })).toMatchObject({
      reply: { until },
    })
    expect(await kit.send('desk/code', {}, { by: desk })).toMatchObject({
      reply: { set: true, until },
    })
    expect(await places(desk)).toBe('ok')
    expect(await codeOf('journal/verify', {}, desk)).toBe('ok')
    expect(await places(other)).toBe('code-needed')
    await kit.clock.advance('599 s')
    expect(await places(desk)).toBe('ok')
    await kit.clock.advance('1 s')
    expect(await places(desk)).toBe('code-needed')
  })

  it('opens no longer when the clock is put back', async () => {
    await setCode()
    await unlock(CODE)
    await kit.clock.advance('9 min')
    kit.clock.jump('-5 min')
    expect(await places(desk)).toBe('ok')
    await kit.clock.advance('1 min')
    expect(await places(desk)).toBe('code-needed')
    await unlock(CODE)
    kit.clock.jump('-1 min')
    expect(await places(desk)).toBe('code-needed')
  })

  it('is given back by hand', async () => {
    await setCode()
    await unlock(CODE)
    expect(await codeOf('desk/lock', {}, desk)).toBe('ok')
    expect(await places(desk)).toBe('code-needed')
  })

  it('that is replaced from outside locks every console', async () => {
    await setCode()
    await unlock(CODE)
    await createAdminCode(dir, QUICK).set('a-new-one-9')
    expect(await places(desk)).toBe('code-needed')
    expect(await unlock(CODE)).toBe('wrong-code')
    expect(await unlock('a-new-one-9')).toBe('ok')
  })

  it('whose file is damaged opens nothing and goes on guarding', async () => {
    await setCode()
    writeFileSync(adminCodeFile(dir), '{"n":1')
    expect(await places(desk)).toBe('code-needed')
    expect(await unlock(CODE)).toBe('wrong-code')
    await createAdminCode(dir, QUICK).set(CODE)
    expect(await unlock(CODE)).toBe('ok')
  })
})

describe('guessing', () => {
  it('ends after five wrong ones in a minute, for every console, and for the right one too', async () => {
    await setCode()
    for (const by of [desk, other, desk, other, desk])
      expect(await unlock('guess', by)).toBe('wrong-code')
    expect(await unlock(CODE, other)).toBe('too-many-tries')
    expect(await places(program)).toBe('ok')
    await kit.clock.advance('59 s')
    expect(await unlock(CODE)).toBe('too-many-tries')
    await kit.clock.advance('1 s')
    expect(await unlock(CODE)).toBe('ok')
  })

  it('is counted one by one, also when all are sent at once', async () => {
    await setCode()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => unlock(`guess ${i}`)))
    expect(answers.filter((code) => code === 'wrong-code')).toHaveLength(5)
    expect(answers.filter((code) => code === 'too-many-tries')).toHaveLength(15)
  })

  it('is forgotten after a minute', async () => {
    await setCode()
    for (let i = 0; i < 4; i++) await unlock('guess')
    await kit.clock.advance('61 s')
    for (let i = 0; i < 4; i++) expect(await unlock('guess')).toBe('wrong-code')
    expect(await unlock(CODE)).toBe('ok')
  })

  it('leaves neither code nor guess in log or record', async () => {
    await setCode()
    await unlock('my-guess-of-it')
    await unlock(CODE)
    const traces = JSON.stringify([await kit.events(), kit.logged, kit.pushes])
    expect(traces).not.toContain(CODE)
    expect(traces).not.toContain('my-guess-of-it')
  })
})
