/** Takes checks that were made on paper out of a table: each row a check, signed at its time. */
import { checkStanding } from '#shared/domain/check/check.ts'
import type { CheckCommand } from '#shared/domain/check/decide.ts'
import { resultRows, type ResultRow } from '#shared/domain/check/rows.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import type { CommandContext, Handler, Sealing } from '../handler.ts'
import { allChecks, allLists, dueFor } from './data.ts'
import { decided } from './decided.ts'

/** Every item good but those that failed, which count as put right: nobody can open them now. */
function commandsOf(
  { list, version, row }: ReturnType<typeof resultRows>['taken'][number],
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

const importRows: Handler<'check/import'> = async ({ rows, preview }, context: CommandContext) => {
  const { vault, meta } = context
  const known = allChecks(context).filter((check) => checkStanding(check) !== 'withdrawn')
  const { taken, rows: outcomes } = resultRows(
    rows as readonly ResultRow[],
    allLists(context),
    known,
    meta.at,
  )
  const reply: Json = { rows: outcomes as unknown as Json }
  if (preview) return changesOf({ reply })
  const faulty = faultyRows(outcomes)
  if (faulty) return faulty
  const all: Changes[] = []
  const slots = new Set<string>()
  for (const result of taken) {
    const due = dueFor(result.list, result.row.at, context)
    const slot = `${result.list.id} ${due}`
    const isFirst = due !== null && !slots.has(slot)
    slots.add(slot)
    const of = { id: vault.id(meta.at), list: result.version }
    const outcome = decided(
      of,
      (sealing) => commandsOf(result, isFirst ? due : null, sealing),
      context,
    )
    if (!outcome.ok) return outcome
    all.push(outcome.changes)
  }
  return joinChanges(all, reply)
}

export const checkImportCommands = { 'check/import': importRows }
