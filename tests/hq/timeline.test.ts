/**
 * What HQ tells of an incident, line by line: what was done, by whom, what was taken back; what
 * somebody said at the site is left out and said to be there.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HqTimelineLine } from '#shared/contract/hq-replies.ts'
import { localized } from '#shared/domain/text.ts'
import { firstOf, handUp, pairSite, type PairedSite } from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const SAID = '王女士说三楼有烟，电话13800000000'

describe.skipIf(!hasPostgres)('the timeline of an incident at HQ', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let station: Kit
  let paired: PairedSite
  let incidentId: string
  beforeAll(async () => {
    kit = await openHqKit(postgres)
    const evacuate = step('evacuate', { title: localized('组织疏散', 'Evacuate people') })
    station = await openStation({ plans: [plan('fire', [evacuate, step('look')])] })
    incidentId = await station.run(['fire'], { narrative: SAID, place: '三层美食城' })
    await station.ask('incident/step', { incidentId, stepId: 'evacuate', outcome: 'accepted' })
    await station.ask('incident/note', { incidentId, words: SAID })
    const code = await kit.hq.code('华东', 'test')
    paired = await pairSite(kit.server.url, code, { first: await firstOf(station.journal) })
    await handUp(paired, station.journal, ['2026-11'])
    await kit.hq.look()
  })
  afterAll(async () => {
    await station?.stop()
    await kit?.stop()
  })
  const zh = (lines: readonly HqTimelineLine[]): string[] => lines.map(({ says }) => says.zh)

  test('says what happened in the words of the plan, in order', async () => {
    const lines = (await kit.hq.timeline(paired.site, incidentId)) ?? []
    expect(zh(lines)[0]).toBe('接报：三层美食城')
    expect(zh(lines).some((says) => says.includes('组织疏散'))).toBe(true)
    expect(lines.map(({ seq }) => seq)).toEqual(
      lines.map(({ seq }) => seq).toSorted((a, b) => a - b),
    )
    for (const { by } of lines) expect(by).not.toBe('')
  })

  test('leaves out what is sealed, and says that there is something', async () => {
    const lines = (await kit.hq.timeline(paired.site, incidentId)) ?? []
    expect(JSON.stringify(lines)).not.toMatch(/王女士|138000|[0-9a-f]{64}/)
    expect(lines[0]?.sealed).toBe(true)
    expect(lines.filter(({ sealed }) => sealed).length).toBeGreaterThan(1)
    expect(lines.some(({ sealed }) => !sealed)).toBe(true)
  })

  test('there is none of what there is not', async () => {
    expect(await kit.hq.timeline(paired.site, 'nothing')).toBeNull()
    expect(await kit.hq.timeline('nowhere', incidentId)).toBeNull()
  })
})
