/** Takes checks that were made on paper out of a table: each row a check, signed at its time. */
import { checkStanding, type Check } from '#shared/domain/check/check.ts'
import type { CheckCommand } from '#shared/domain/check/decide.ts'
import { resultReader, type ResultRow, type TakenResult } from '#shared/domain/check/rows.ts'
import type { Checklist } from '#shared/domain/checklist/checklist.ts'
import { slotFor } from '#shared/domain/checklist/slots.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { faultyRows, type ImportedRow } from '#shared/domain/imported-row.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import type { PreparedHandler, Sealing, StationContext } from '../handler.ts'
import { atOnce, inParts } from '../in-parts.ts'
import { daysOf, signedSlots } from './data.ts'
import { decided } from './decided.ts'

/** Every item good but those that failed, which count as put right: nobody can open them now. */
function commandsOf(
  { list, version, row }: TakenResult,
  due: number | null,
  { seal, sealOrNull }: Sealing,
): readonly CheckCommand[] {
  const { items, points } = version
  const doneAt = row.at
  const failed = new Map(row.failed.map((item) => [item.itemId, item]))
  return [
    {
      ...({ type: 'StartCheck', checklistId: list.id, due, occasionId: null } as const),
      checklistVersion: list.versions.indexOf(version) + 1,
      ...{ place: sealOrNull(row.place as Personal | null), startedAt: row.at },
    },
    ...points.map(({ id: pointId }) => ({
      ...({ type: 'TickPoint', pointId, scanned: false, doneAt } as const),
    })),
    ...(points.length > 0 ? [] : items).map(({ id: itemId, kind }) => {
      const { words = null, reading = null } = failed.get(itemId) ?? {}
      const isBad = words !== null && kind !== 'words'
      const written = kind === 'words' && words !== null ? seal(words as Personal) : reading
      return {
        ...({ type: 'AnswerItem', itemId, pointId: null, doneAt } as const),
        value: kind === 'yes-no' ? !isBad : written,
        words: sealOrNull((kind === 'words' ? null : words) as Personal | null),
        remedied: isBad,
      }
    }),
    { type: 'SignCheck', person: seal(row.person as Personal), words: null, doneAt },
  ]
}

/** What the rows come to, and the checks and lists that they were read against. */
type Read = {
  checks: ReadonlyMap<string, Check>
  checklists: ReadonlyMap<string, Checklist>
  outcomes: readonly ImportedRow[]
  taken: readonly TakenResult[]
}

/** `pause`: where other work has its turn. */
async function readRows(
  rows: readonly ResultRow[],
  { memory }: Pick<StationContext, 'memory'>,
  now: number,
  pause: () => Promise<void>,
): Promise<Read> {
  const checks = memory.documents.all('check')
  const checklists = memory.documents.all('checklist')
  const known = [...checks.values()].filter((check) => checkStanding(check) !== 'withdrawn')
  const { read, taken } = resultReader([...checklists.values()], known, now)
  return { checks, checklists, outcomes: await inParts(rows, read, pause), taken }
}

const importRows: PreparedHandler<'check/import', Read> = {
  prepare: async ({ rows }, context) =>
    readRows(rows as readonly ResultRow[], context, context.now(), context.pause),
  async handle({ rows, preview }, context, prepared) {
    const { memory, vault, meta } = context
    const isSame =
      memory.documents.all('check') === prepared.checks &&
      memory.documents.all('checklist') === prepared.checklists
    const { outcomes, taken } = isSame
      ? prepared // else somebody was quicker: it is read again, on what there is now
      : await readRows(rows as readonly ResultRow[], context, meta.at, atOnce)
    const reply: Json = { rows: outcomes as unknown as Json }
    if (preview) return changesOf({ reply })
    const faulty = faultyRows(outcomes)
    if (faulty) return faulty
    const all: Changes[] = []
    const days = daysOf(context)
    const slotsOf = new Map<string, Set<number>>()
    for (const result of taken) {
      const { list } = result
      const signed = slotsOf.get(list.id) ?? signedSlots(list, context)
      slotsOf.set(list.id, signed)
      const due = slotFor(list, result.row.at, days)?.due ?? null
      const isFirst = due !== null && !signed.has(due)
      if (due !== null) signed.add(due)
      const outcome = decided(
        { id: vault.id(meta.at), list: result.version },
        (sealing) => commandsOf(result, isFirst ? due : null, sealing),
        context,
      )
      if (!outcome.ok) return outcome
      all.push(outcome.changes)
    }
    return joinChanges(all, reply)
  },
}

export const checkImportCommands = { 'check/import': importRows }
