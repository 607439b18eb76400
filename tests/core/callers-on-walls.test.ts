/**
 * Callers on walls: the room's wall knows how many have called, at once with the newest, and
 * nothing else of them; a public one knows nothing, and of what is handled quietly or is somebody's
 * home neither count nor words get there.
 */
import { afterEach, expect, it } from 'vitest'
import type { Push } from '#shared/contract/push.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const typeOf = (code: string, part: Partial<IncidentType> = {}): IncidentType => ({
  ...{ code, name: localized(code, code), category: 'security', legal: null, words: [] },
  ...part,
})
const types = [
  typeOf('fire'),
  typeOf('robbery', { discreet: true }),
  typeOf('inside', { private: true }),
]

let kit: Kit
afterEach(() => kit.stop())
const open = async (type: string): Promise<string> => {
  kit = await openStation({ on: 'sqlite', library: smallLibrary([], { types }) })
  return kit.run([], { narrative: '二楼着火', place: '二楼', type })
}
const call = async (incidentId: string): Promise<string> =>
  (
    await kit.ask('incident/caller', {
      ...{ incidentId, narrative: '三楼也着火，有2个人受伤', place: '三楼' },
      reporter: '雀大甲 00000017',
    })
  ).callerId
const shownOn = async (audience: 'wall' | 'public', incidentId: string) =>
  (await kit.station.board(audience)).incidents.find(({ id }) => id === incidentId)

it('count on the wall of the room with the newest, and less with one that is filed apart', async () => {
  const incidentId = await open('fire')
  expect(await shownOn('wall', incidentId)).not.toHaveProperty('callerCount')
  const pushes: Push[] = []
  kit.station.listen((push) => void pushes.push(push), 'wall')
  const newest = [await call(incidentId), await call(incidentId)].at(-1) ?? ''
  expect(await shownOn('wall', incidentId)).toMatchObject({ callerCount: 3 })
  await kit.clock.advance('1 s')
  const counts = pushes.flatMap((push) =>
    push.kind === 'incident' ? [push.incident?.callerCount] : [],
  )
  expect(counts).toEqual([2, 3])
  await kit.ask('incident/caller-undo', { incidentId, callerId: newest, reason: '别处' })
  expect(await shownOn('wall', incidentId)).toMatchObject({ callerCount: 2 })
})

it('of what was merged count there, too', async () => {
  const into = await open('fire')
  const incidentId = await kit.run([], { place: '二楼', type: 'fire' })
  await call(incidentId)
  await kit.ask('incident/merge', { incidentId, into, reason: '同一起' })
  expect(await shownOn('wall', into)).toMatchObject({ callerCount: 3 })
})

it.each(['fire', 'robbery', 'inside'])(
  'of %s bring neither words nor names nor what they told anew to any wall',
  async (type) => {
    const incidentId = await open(type)
    await call(incidentId)
    for (const audience of ['wall', 'public'] as const) {
      const shown = await shownOn(audience, incidentId)
      expect(shown?.callers).toBeUndefined()
      expect(JSON.stringify(shown ?? null)).not.toMatch(/三楼|雀大甲|00000017|受伤/)
      if (audience === 'public') expect(shown ?? {}).not.toHaveProperty('callerCount')
    }
  },
)
