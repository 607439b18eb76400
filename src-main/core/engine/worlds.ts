/**
 * Gives the world in which the rules decide: the same object for as long as nothing in it has
 * changed, by which the rules know what they have settled in it.
 */
import { ARCHIVE_DEFAULT_DAYS } from '#shared/domain/archiving/days.ts'
import { reviewFromOf } from '#shared/domain/archiving/decide.ts'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Roster, World } from '#shared/domain/incident/record/world.ts'
import type { Site } from '#shared/domain/site/site.ts'
import type { Library } from '../ports.ts'
import type { DocumentStore } from './document-store.ts'
import type { SealedValues } from './sealed-values.ts'

type Parts = {
  site: () => Site
  documents: Pick<DocumentStore, 'get'>
  library: Library
  plan: World['plan']
  values: Pick<SealedValues, 'open' | 'late'>
  /** Who is on duty at an instant (UTC ms), with the contacts under their posts. */
  rosterAt: (at: number) => Roster | null
}

/** As at an instant (UTC ms); null: for what asks for nobody who is on duty. */
export function createWorlds({
  site,
  documents,
  library,
  plan,
  values,
  rosterAt,
}: Parts): (at: number | null) => World {
  const build = (roster: Roster | null): World => {
    const { notices, zone, kinds } = site()
    const archiving = documents.get('archiving', 'archiving')
    const reviewFrom = reviewFromOf(archiving)
    return {
      plan,
      calendar: library.calendar(),
      ...(notices ? { notices } : {}),
      zone,
      roster,
      offered: (id) => library.plan(id),
      attention: documents.get('attention', 'attention') ?? ATTENTION_DEFAULTS,
      archiveAfterDays: archiving?.days ?? ARCHIVE_DEFAULT_DAYS,
      ...(reviewFrom === null ? {} : { reviewFrom }),
      reportRules: library.reportRules(),
      siteKinds: kinds,
      open: values.open,
      starters: library.plans().filter(({ start }) => start && start.length > 0),
    }
  }

  /** What a world is made of: another object for each that has changed. */
  const basisOf = (roster: Roster | null): readonly unknown[] => [
    roster,
    site(),
    library.plans(),
    library.calendar(),
    library.reportRules(),
    documents.get('attention', 'attention'),
    documents.get('archiving', 'archiving'),
    values.late(),
  ]

  function remembering(): (roster: Roster | null) => World {
    let known: { basis: readonly unknown[]; world: World } | null = null
    return (roster) => {
      const basis = basisOf(roster)
      if (!known?.basis.every((part, index) => part === basis[index]))
        known = { basis, world: build(roster) }
      return known.world
    }
  }

  const [ofThoseOn, ofNobody] = [remembering(), remembering()]
  return (at) => (at === null ? ofNobody(null) : ofThoseOn(rosterAt(at)))
}
