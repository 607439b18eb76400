/**
 * A product update that took plans and types away while an incident runs them, a draft is written
 * over one, and the history names them.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { openStation, type Kit } from '../kit/station.ts'

const shipped = join(import.meta.dirname, '..', '..', 'resources')
const EXPLOSION = 'gas-explosion'
const RECHARGE = 'gas-recharge-terminal-failure'

let kit: Kit
let folder: string | null = null
afterEach(async () => {
  await kit.stop()
  if (folder) rmSync(folder, { recursive: true })
})

/** The product of tomorrow: three plans less, and one type is called otherwise. */
function laterProduct(): string {
  const to = (folder = mkdtempSync(join(tmpdir(), 'vigil-later-')))
  cpSync(shipped, to, { recursive: true })
  for (const id of [HOTLINE, EXPLOSION, RECHARGE]) rmSync(join(to, 'plans', GAS, `${id}.yaml`))
  const document = join(to, 'plans', GAS, 'document.yaml')
  writeFileSync(
    document,
    readFileSync(document, 'utf8').replaceAll('hotline-failure', 'hotline-outage'),
  )
  return to
}

it('starts, keeps every name readable and the running incident whole, and offers no more what is gone', async () => {
  const before = await openWithPlans('sqlite')
  kit = before
  const sitePlan = await approved(
    kit,
    RECHARGE,
    withStep(await sourceOf(kit, RECHARGE), 'rt-05', { due: { within: '20m', from: 'reported' } }),
  )
  await kit.ask('plans/draft-save', { planId: EXPLOSION, draft: await sourceOf(kit, EXPLOSION) })
  const running = await kit.run([HOTLINE])
  const [was] = (await kit.incident(running)).plans
  const old = await kit.run([EXPLOSION])
  await kit.ask('incident/move', { incidentId: old, to: 'false-report', reason: '误报' })
  const at = kit.clock.wall()
  await kit.station.stop()
  await kit.journal.close()

  const later = loadLibrary(laterProduct(), { siteKinds: [GAS] })
  kit = await openStation({
    on: 'sqlite',
    store: before.file,
    library: later,
    texts: later.sources,
    kinds: [GAS],
    at: at + 60_000,
  })
  expect((await kit.incident(running)).plans).toMatchObject([
    { planId: HOTLINE, title: was?.title },
  ])
  await kit.ask('incident/step', { incidentId: running, stepId: 'hl-05', outcome: 'done' })
  expect((await kit.step(running, 'hl-06')).title.zh).toMatch(/3分钟/)
  const offered = (await kit.ask('plans/list', {})).map(({ id }) => id)
  expect(offered).not.toContain(HOTLINE)
  expect(offered).not.toContain(EXPLOSION)
  expect(offered).toContain(RECHARGE) // the site's own revision of a plan that is shipped no more
  expect(await kit.ask('plans/read', { planId: RECHARGE })).toMatchObject({ revision: sitePlan })
  expect(
    await kit.ask('plans/read', { planId: HOTLINE, revision: was?.revision ?? '' }),
  ).toMatchObject({ title: was?.title })
  expect(await kit.send('plans/read', { planId: HOTLINE })).toMatchObject({
    ok: false,
    message: { zh: expect.any(String), en: expect.any(String) },
  })
  expect(await kit.ask('plans/draft-read', { planId: EXPLOSION })).toMatchObject({
    draft: { id: EXPLOSION },
  }) // nobody's words are lost
  expect((await kit.ask('history/read', { incidentId: old })).incident.plans).toMatchObject([
    { title: { zh: expect.stringContaining('爆炸') } },
  ])
  expect(
    (await kit.ask('incident/timeline', { incidentId: running })).entries.some(({ says }) =>
      says.zh.includes('热线'),
    ),
  ).toBe(true)
  expect(
    await kit.send('incident/activate', { incidentId: running, planId: EXPLOSION }),
  ).toMatchObject({ ok: false })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})
