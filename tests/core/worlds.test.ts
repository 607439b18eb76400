/** The rules decide in one and the same world until something in it changes. */
import { expect, it } from 'vitest'
import { loadDocuments } from '#main/core/engine/document-store.ts'
import { loadMemory } from '#main/core/engine/memory.ts'
import { createSealedValues } from '#main/core/engine/sealed-values.ts'
import { createWorlds } from '#main/core/engine/worlds.ts'
import { openSite } from '#main/core/features/site/founding.ts'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { openMemoryJournal } from '../kit/memory-journal.ts'
import { plan, step } from '../kit/plan.ts'
import { manualClock } from '../kit/manual-clock.ts'
import { NOON, smallLibrary } from '../kit/station.ts'
import { SITE } from '../kit/whole-station.ts'

async function around() {
  const journal = openMemoryJournal()
  const documents = await loadDocuments(journal)
  const values = createSealedValues(journal)
  const library = smallLibrary([plan('p', [step('a')])])
  let site: Site = SITE
  let roster: Roster | null = null
  const world = createWorlds({
    site: () => site,
    documents,
    library,
    plan: () => plan('p', [step('a')]),
    values,
    rosterAt: () => roster,
  })
  return {
    ...{ world, documents, values, library },
    setSite: (next: Site) => void (site = next),
    setRoster: (next: Roster) => void (roster = next),
  }
}

it('is the same object for as long as nothing in it changes', async () => {
  const { world, values } = await around()
  const [now, ofNobody] = [world(1), world(null)]
  values.add('seal-of-a-note', '还在等人')
  expect(world(2)).toBe(now)
  expect(world(null)).toBe(ofNobody)
  expect(world(3)).toBe(now)
})

it('is another one when the site, who is on, the plans or the times of attention change', async () => {
  const { world, documents, library, setSite, setRoster } = await around()
  const seen = [world(1)]
  setSite({ ...SITE, zone: 'Europe/Berlin' })
  seen.push(world(1))
  setRoster({})
  seen.push(world(1))
  library.change([])
  seen.push(world(1))
  documents.apply([{ kind: 'attention', id: 'attention', body: { ...ATTENTION_DEFAULTS } }])
  seen.push(world(1))
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.map(({ zone }) => zone).slice(0, 2)).toEqual(['Asia/Shanghai', 'Europe/Berlin'])
})

it('is another one when a value comes to hand that was asked for in vain', async () => {
  const { world, values } = await around()
  const before = world(1)
  expect(before.open?.({ sealed: 'narrative' })).toBeNull()
  expect(world(1)).toBe(before)
  values.add('narrative', '充值机黑屏')
  expect(world(1)).not.toBe(before)
  expect(world(1).open?.({ sealed: 'narrative' })).toBe('充值机黑屏')
})

it('stays the same through commits that say nothing of the site', async () => {
  const journal = openMemoryJournal()
  const clock = manualClock(NOON)
  const site = await openSite(journal, clock, SITE)
  const documents = await loadDocuments(journal)
  const library = smallLibrary([plan('p', [step('a')])])
  const memory = await loadMemory(journal, documents, library, site, clock.wall())
  const before = memory.world(null)
  memory.apply([], [], [])
  expect(memory.world(null)).toBe(before)
  const renamed = { ...documents.get('site', 'site'), zone: 'Europe/Berlin' }
  memory.apply([], [{ kind: 'site', id: 'site', body: renamed }], [])
  expect(memory.world(null).zone).toBe('Europe/Berlin')
})
