/**
 * What is entered in the duty roster and not saved yet: it is sent at once, together with whatever
 * was entered meanwhile. What is refused stays where it was typed until it is sent again or taken
 * back. The last changes of this desk can be undone, as long as nobody else has changed them.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import { useCommand } from '../../../base/use-command.ts'
import { entryKey, type Entry } from './sheet.ts'

/** As the cells were before and are after it. */
export type Change = { before: readonly Entry[]; after: readonly Entry[] }
const MOST_CHANGES = 50
/** So many cells a command stay well under what the station reads at once (64 KiB). */
const MOST_AT_ONCE = 200

export type Unsaved = Record<string, Entry>
export type Entries = {
  /** By cell. */
  unsaved: Ref<Unsaved>
  /** What stands in a cell: what was typed, else what is recorded. Ids of persons. */
  personsAt: (key: string) => readonly string[]
  /** Puts persons into cells; what stands there already is no change. */
  put: (entries: readonly Entry[]) => void
  /** Sends what is not saved. */
  save: () => Promise<void>
  /** Takes back what is not saved. */
  drop: () => void
  /** Something was recorded in another way, such as a copied week. */
  changed: (change: Change) => void
  undo: () => Promise<void>
  canUndo: ComputedRef<boolean>
  /** The last change cannot be undone: somebody else has changed a cell of it since. */
  overtaken: Ref<boolean>
  sending: Ref<boolean>
  refusal: ShallowRef<Refused | null>
  forget: () => void
}

const alike = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

type Cells = ReadonlyMap<string, readonly string[]>

/**
 * `recorded`: what the station has of the days that are shown, by cell. `reread` reads it again; it
 * is called when nothing is on its way any more. `readCells` reads what the station has now of
 * these cells, shown or not; null: there is no answer.
 */
export function useEntries(
  recorded: () => Cells,
  reread: () => Promise<void>,
  readCells: (entries: readonly Entry[]) => Promise<Cells | null>,
): Entries {
  const { sending, refusal, send, forget } = useCommand()
  const unsaved = ref<Unsaved>({})
  // saved, and not read again yet
  const accepted = shallowRef<ReadonlyMap<string, Entry>>(new Map())
  const changes = shallowRef<readonly Change[]>([])
  const overtaken = ref(false)

  const savedAt = (key: string): readonly string[] =>
    accepted.value.get(key)?.persons ?? recorded().get(key) ?? []
  const personsAt = (key: string): readonly string[] => unsaved.value[key]?.persons ?? savedAt(key)

  async function save(): Promise<void> {
    if (sending.value) return // what was entered meanwhile goes with the next one
    while (Object.keys(unsaved.value).length > 0) {
      const batch = Object.fromEntries(Object.entries(unsaved.value).slice(0, MOST_AT_ONCE))
      const answer = await send('duty/set', { entries: Object.values(batch).map(plain) })
      if (!answer?.ok) return
      accepted.value = new Map([...accepted.value, ...Object.entries(batch)])
      unsaved.value = without(unsaved.value, batch)
    }
    const before = recorded()
    await reread()
    if (recorded() !== before) accepted.value = new Map()
  }
  function write(entries: readonly Entry[]): void {
    overtaken.value = false
    const keyed = entries.map((entry) => [entryKey(entry), entry] as const)
    unsaved.value = { ...unsaved.value, ...Object.fromEntries(keyed) }
    void save()
  }
  const changed = (change: Change): void => {
    changes.value = [...changes.value, change].slice(-MOST_CHANGES)
  }

  return {
    ...{ unsaved, personsAt, save, sending, refusal, forget, overtaken, changed },
    canUndo: computed(() => changes.value.length > 0),
    put(entries) {
      const after = entries.filter((entry) => !alike(entry.persons, personsAt(entryKey(entry))))
      if (after.length === 0) return
      changed({
        before: after.map((entry) => ({ ...entry, persons: [...personsAt(entryKey(entry))] })),
        after,
      })
      write(after)
    },
    drop() {
      unsaved.value = {}
      forget()
    },
    async undo() {
      const change = changes.value.at(-1)
      if (!change) return
      const now = await readCells(change.after)
      if (!now) return // no contact: it can be undone later
      changes.value = changes.value.slice(0, -1)
      overtaken.value = change.after.some((entry) => {
        const key = entryKey(entry)
        return !alike(entry.persons, unsaved.value[key]?.persons ?? now.get(key) ?? [])
      })
      if (!overtaken.value) write(change.before)
    },
  }
}

/** What was entered since, or again, is not among what was sent. */
const without = (unsaved: Unsaved, batch: Unsaved): Unsaved =>
  Object.fromEntries(
    Object.entries(unsaved).filter(([key, entry]) => {
      const sent = batch[key]
      return !sent || !alike(sent.persons, entry.persons)
    }),
  )
const plain = ({ date, shiftId, postId, persons }: Entry): Entry => ({
  ...{ date, shiftId, postId },
  persons: [...persons],
})
