/**
 * Follows what is written and folds it, apart from the writing: a push is answered whether or not
 * anybody has folded it (ADR 65).
 */
import { foldStep } from './fold-site.ts'
import { cursorBehind, follow, type ChangeCursor } from './followed-changes.ts'
import { StoreDown, type FoldState, type HqClock, type HqLog, type HqStore } from './hq-ports.ts'
import { forgetOver, loadMemory, type SiteMemory } from './site-memory.ts'

/** With more changes than that at once, all sites are looked at. */
const MOST_CHANGES = 20_000
/** How long changes are kept: any reader has seen them by then. */
const KEPT_MS = 60 * 60_000

export type ProjectorParts = {
  store: HqStore
  clock: Pick<HqClock, 'wall'>
  log: HqLog
  /** Ms that never go back. */
  mono: () => number
}

export type Projector = {
  /**
   * Folds everything that has been written since; the first time whatever any site lacks. Gives the
   * sites that have changed. One call at a time.
   */
  look(): Promise<readonly string[]>
  memories: ReadonlyMap<string, SiteMemory>
  /** The sites whose events cannot be folded, with the reason for administrators. */
  stuck: ReadonlyMap<string, string>
}

export function createProjector({ store, clock, log, mono }: ProjectorParts): Projector {
  const memories = new Map<string, SiteMemory>()
  const stuck = new Map<string, string>()
  let cursor: ChangeCursor | null = null
  let forgottenAt = 0

  async function memoryOf(state: FoldState): Promise<SiteMemory> {
    const { site, head, folded } = state
    const known = memories.get(site)
    const isOther = known?.head?.seq !== folded?.seq || known?.head?.epoch !== folded?.epoch
    if (known && !isOther && (folded === null || folded.epoch === head.epoch)) return known
    if (folded && folded.epoch !== head.epoch) await store.forgetFold(site)
    const fresh = folded?.epoch === head.epoch ? state : { ...state, folded: null }
    const memory = await loadMemory(store, fresh)
    memories.set(site, memory)
    return memory
  }

  /** Whether it is through: false where another HQ has folded it meanwhile. */
  async function foldFrom(state: FoldState): Promise<boolean> {
    const { site, head } = state
    const memory = await memoryOf(state)
    for (;;) {
      const step = await foldStep(store, memory, head.epoch, clock.wall())
      if (!step) break
      if (!(await store.saveFold(step))) {
        memories.delete(site) // it is ahead of what is stored
        return false
      }
      memory.head = step.to
      for (const { month } of step.differences)
        log.error('tally-differs', new Error('a month is stated otherwise than counted'), {
          site,
          month,
          seq: step.to.seq,
        })
    }
    forgetOver(memory)
    stuck.delete(site)
    return true
  }

  /**
   * Where another HQ on the same database was faster, it is gone on with from what that one has
   * stored: folding is no change, so nothing else would bring the site back to this board.
   */
  async function foldSite(state: FoldState): Promise<void> {
    let next: FoldState | undefined = state
    while (next && !(await foldFrom(next))) [next] = await store.foldStates([state.site])
  }

  /**
   * A site that cannot be folded keeps no other from it. That the database does not answer is no
   * fault of a site's: all of them are looked at again.
   */
  async function foldOrNote(state: FoldState): Promise<void> {
    try {
      await foldSite(state)
    } catch (error) {
      memories.delete(state.site)
      if (error instanceof StoreDown) throw error
      stuck.set(state.site, error instanceof Error ? error.message : String(error))
      log.error('site-not-folded', error, { site: state.site })
    }
  }

  /** The sites that have changed; null: any may have. */
  async function changed(): Promise<readonly string[] | null> {
    const isFirst = cursor === null
    cursor ??= cursorBehind(await store.lastChange())
    const rows = await store.changesAfter(cursor.low, MOST_CHANGES)
    const siteOf = new Map(rows.map(({ id, site }) => [id, site]))
    const followed = follow(cursor, [...siteOf.keys()], mono())
    cursor = followed.cursor
    if (isFirst || rows.length === MOST_CHANGES) return null
    return [...new Set(followed.fresh.flatMap((id) => siteOf.get(id) ?? []))]
  }

  async function forgetOld(now: number): Promise<void> {
    if (now - forgottenAt < KEPT_MS) return
    forgottenAt = now
    await store.forgetChanges(now - KEPT_MS)
  }

  return {
    memories,
    stuck,
    async look() {
      const before = cursor
      try {
        const sites = await changed()
        if (sites?.length === 0) return []
        const states = await store.foldStates(sites)
        for (const state of states) await foldOrNote(state)
        await forgetOld(clock.wall())
        return states.map(({ site }) => site)
      } catch (error) {
        cursor = before // what was not looked at is looked at again
        throw error
      }
    },
  }
}
