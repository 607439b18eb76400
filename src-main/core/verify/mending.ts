/**
 * Checks the whole record while the station works, and folds again whatever does not agree with its
 * events: rows, documents, tallies, the words by which incidents are found. The events are never
 * touched; where they are damaged, nothing is folded from them.
 */
import { unreachable } from '#shared/domain/decision.ts'
import { NO_WORDS } from '#shared/domain/history/words.ts'
import { sealsOf } from '#shared/domain/incident/record/seals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { documentFrom, storedForm, type DocumentKind } from '#shared/domain/streams.ts'
import { changesOf } from '../engine/changes.ts'
import type { SearchIndexer } from '../engine/search-index.ts'
import type { Memory } from '../engine/memory.ts'
import type {
  SearchEntry,
  IncidentRow,
  Journal,
  Json,
  Log,
  StoredDocument,
  Seal,
  Verified,
} from '../ports.ts'
import { keyOf, rowFrom, straysIn, whereOf, type Stray } from './projections.ts'
import { wordsFor } from './reproject.ts'
import { isSame } from '#shared/domain/canonical.ts'
import type { CommandQueue } from '../engine/command-queue.ts'

// what may be put right, the events being whole
const BESIDE_EVENTS: ReadonlySet<string> = new Set([
  'projection-mismatch',
  'file-damaged',
  'file-missing',
  'file-changed',
])
const PIECE = 10 // strays in one turn: no alarm waits long for them

export type MendingParts = {
  journal: Journal
  memory: Memory
  commandQueue: Pick<CommandQueue, 'submit'>
  indexIncident: SearchIndexer
  log: Log
  /** Told the ids of the incidents that were folded again, and what to say of it. */
  onMended: (ids: readonly string[], words: FaultWords) => void
}

/** A kind that no program has ever written is what damage made of one. */
const nameOf = (kind: DocumentKind): LocalizedText =>
  storedForm(kind)?.name ?? localized('其他内容', 'other things')

function namesOf(stray: Stray): readonly LocalizedText[] {
  switch (stray.kind) {
    case 'incident':
    case 'ghost-row':
      return [localized('事件', 'incidents')]
    case 'month':
      return [localized(`${stray.month}的数字`, `figures of ${stray.month}`)]
    case 'documents':
      return stray.named.map(({ kind }) => nameOf(kind))
    case 'ghost-document':
      return [nameOf(stray.named.kind)]
    default:
      return unreachable(stray)
  }
}

const idsIn = (stray: Stray): readonly string[] =>
  stray.kind === 'incident' || stray.kind === 'ghost-row' ? [stray.id] : []

const mendedFault = (cause: LocalizedText): FaultWords => ({
  priority: 3,
  tone: null,
  cause,
  action: localized(
    '磁盘可能有故障，请告知管理员检查。',
    'The disk may be failing: tell the administrator.',
  ),
})

/** What is told of things that were folded again. */
function mendedWords(mended: readonly Stray[]): FaultWords {
  const names = [...new Map(mended.flatMap(namesOf).map((name) => [name.en, name])).values()]
  return mendedFault(
    localized(
      `由原始记录汇总出的内容有${mended.length}处损坏（${names.map(({ zh }) => zh).join('、')}），已按原始记录重新算出，值守不受影响。`,
      `${mended.length === 1 ? '1 thing' : `${mended.length} things`} worked out from the record had been damaged (${names.map(({ en }) => en).join(', ')}), and ${mended.length === 1 ? 'was' : 'were'} worked out again; nothing is lost.`,
    ),
  )
}

/** Nothing that was worked out from the events could be read at the start. */
export const FOLDED_ANEW = mendedFault(
  localized(
    '由原始记录汇总出的数据全部损坏，已按原始记录重新算出，记录没有丢失。',
    'All data worked out from the record had been damaged and were worked out again; nothing is lost.',
  ),
)

const INDEXES_MENDED = mendedFault(
  localized(
    '记录的索引有损坏，已重新建立，记录没有缺失，值守不受影响。',
    'Indexes of the record had been damaged and were rebuilt; nothing is lost.',
  ),
)

const areFilesWhole = (verified: Verified): boolean =>
  verified.ok || verified.why !== 'file-damaged'

/**
 * Checks, mends, and checks again; gives what was found in the end.
 * @throws whatever the store rejects with; what was not mended until then is looked for again at
 * the next start.
 */
export async function checkAndMend({
  journal,
  memory,
  commandQueue,
  indexIncident,
  log,
  onMended,
}: MendingParts): Promise<Verified> {
  const rowOf = rowFrom(journal)
  let reindexed = false

  function tell(ids: readonly string[], words: FaultWords, where: readonly string[]): void {
    log.error('record-mended', new Error(words.cause.en), { where })
    onMended(ids, words)
  }

  /**
   * Words that were purged do not come back: a line without any has lost them with one of the
   * values of its stream.
   */
  async function lineOf(incident: Incident): Promise<SearchEntry> {
    const [stored, right] = [
      await journal.searchEntry(incident.id),
      await wordsFor(incident, journal, memory, indexIncident),
    ]
    return stored?.narrative.text === '' ? { ...right, narrative: NO_WORDS } : right
  }

  /**
   * What is held in memory of an incident on the board, and is not what its events come to at that
   * version.
   */
  async function strayInMemory(): Promise<readonly Stray[]> {
    const strays: Stray[] = []
    for (const [id, incident] of memory.incidents) {
      if (memory.unsaved.has(id)) continue
      const right = (await rowOf(id))?.incident
      if (right?.version === incident.version && !isSame(right, incident))
        strays.push({ kind: 'incident', id })
    }
    return strays
  }

  async function look(): Promise<{ verified: Verified; strays: readonly Stray[] }> {
    const verified = await journal.verify()
    if (!verified.ok && !BESIDE_EVENTS.has(verified.why)) return { verified, strays: [] }
    const strays = new Map((await strayInMemory()).map((stray) => [keyOf(stray), stray]))
    for await (const stray of straysIn(journal, lineOf)) strays.set(keyOf(stray), stray)
    return { verified, strays: [...strays.values()] }
  }

  async function sealsIn({ id, incident }: IncidentRow): Promise<readonly Seal[]> {
    const values = await journal.unseal(sealsOf(incident).map(({ sealed }) => sealed))
    return Object.entries(values).map(([sealed, value]) => ({
      sealed,
      value,
      salt: '',
      stream: incidentStream.nameOf(id),
    }))
  }

  /** As many events as anything has ever seen of it: a row is never folded back. */
  async function leastOf(id: string): Promise<number> {
    const versions = [memory.incidents.get(id)?.version, (await journal.row(id))?.incident?.version]
    return Math.max(0, ...versions.filter((version) => Number.isSafeInteger(version)).map(Number))
  }

  /** In a turn of its own: no command is decided on what is being exchanged. */
  async function mend(strays: readonly Stray[], ghosts: readonly Stray[] | null): Promise<void> {
    const rows: { row: IncidentRow; searchEntry: SearchEntry }[] = []
    const documents: StoredDocument[] = []
    for (const stray of strays) {
      const row =
        stray.kind === 'incident' && !memory.unsaved.has(stray.id)
          ? await rowOf(stray.id, await leastOf(stray.id))
          : null
      if (row) rows.push({ row, searchEntry: await lineOf(row.incident) })
      const events = stray.kind === 'documents' ? await journal.intact(stray.stream) : null
      if (stray.kind !== 'documents' || !events) continue
      for (const name of stray.named) {
        const body = documentFrom(name, events)
        if (body !== null) documents.push({ ...name, body: body as Json })
      }
    }
    const ghostRows =
      ghosts?.flatMap((stray) => (stray.kind === 'ghost-row' ? [stray.id] : [])) ?? []
    await journal.mend({
      rows,
      documents,
      months: strays.flatMap((stray) => (stray.kind === 'month' ? [stray.month] : [])),
      ghosts: ghosts && {
        rows: ghostRows,
        documents: ghosts.flatMap((stray) =>
          stray.kind === 'ghost-document' ? [stray.named] : [],
        ),
      },
    })
    for (const id of ghostRows)
      for (const incidents of [memory.incidents, memory.pending, memory.lost]) incidents.delete(id)
    const seals = (await Promise.all(rows.map(({ row }) => sealsIn(row)))).flat()
    memory.apply(
      rows.map(({ row }) => row),
      documents,
      seals,
    )
  }

  async function inTurn(work: () => Promise<void>): Promise<void> {
    const done = await commandQueue.submit({
      command: null,
      exclusive: true,
      decide: async () => {
        await work()
        return changesOf({})
      },
    })
    if (!done.ok) throw new Error(`not repaired: ${done.message.en}`)
  }

  /** A piece at a time, with the first what no event speaks of. */
  async function mendAll(strays: readonly Stray[]): Promise<void> {
    for (let from = 0; from < strays.length; from += PIECE)
      await inTurn(() => mend(strays.slice(from, from + PIECE), from === 0 ? strays : null))
    await inTurn(() => memory.recount())
  }

  /**
   * An index that has lost an event makes a right row look wrong: what does not agree, or cannot be
   * read, is looked at again by new ones.
   */
  async function lookAgain(): ReturnType<typeof look> {
    await inTurn(() => journal.reindex())
    reindexed = true
    return look()
  }

  let result = await look().catch(lookAgain)
  if (result.strays.length === 0 && !areFilesWhole(result.verified)) result = await lookAgain()
  const { strays, verified } = result
  if (strays.length === 0) {
    if (reindexed && verified.ok) tell([], INDEXES_MENDED, [])
    return verified
  }
  const again = async (): Promise<void> => mendAll((await lookAgain()).strays)
  await again().catch(again) // what did not hold together while it was mended has been made again
  const after = await look()
  const left = new Map(after.strays.map((stray) => [keyOf(stray), stray]))
  const mended = strays.filter((stray) => !left.has(keyOf(stray)))
  if (mended.length > 0) tell(mended.flatMap(idsIn), mendedWords(mended), mended.map(whereOf))
  const [remaining] = left.values()
  return remaining === undefined
    ? after.verified
    : { ok: false, firstBad: 0, why: 'projection-mismatch', where: whereOf(remaining) }
}
