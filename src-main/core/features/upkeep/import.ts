/** Takes a table of upkeep dates in: all of its rows or none. */
import type { Personal } from '#shared/contract/personal.ts'
import type { Parsed } from '#shared/contract/contract.ts'
import { faultyRows, type ImportedRow } from '#shared/domain/imported-row.ts'
import { localized } from '#shared/domain/text.ts'
import { commandsOfRow } from '#shared/domain/upkeep/rows.ts'
import { subjectKey, type UpkeepSubject } from '#shared/domain/upkeep/upkeep.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import type { CommandContext, Handler } from '../handler.ts'
import { textsOn } from './data.ts'
import { decided } from './decided.ts'

type Row = Parsed<'upkeep/import'>['rows'][number]

const FROM_TABLE = '从表格导入 From a table' as Personal
const UNNAMED = '—' as Personal

/** The first issue first, whichever way round the table has them; rows without one come after. */
const byIssue = (row: Row, other: Row): number => {
  const [day, otherDay] = [row.issued ?? '9999', other.issued ?? '9999']
  return day === otherDay ? 0 : day < otherDay ? -1 : 1
}

async function ofSubject(subject: UpkeepSubject, rows: readonly Row[], context: CommandContext) {
  return decided(
    subject,
    // row after row: the second issue of a table is a revision of the first
    function* ({ seal, sealOrNull }, thing, soFar) {
      for (const row of rows.toSorted(byIssue))
        yield* commandsOfRow(
          {
            ...row,
            signatory: sealOrNull(row.signatory),
            evaluator: sealOrNull(row.evaluator),
            how: seal(row.how ?? FROM_TABLE),
          },
          soFar(),
          {
            textsOn: (day) => textsOn(thing, day, context),
            newId: () => context.vault.id(context.meta.at),
            unnamed: () => seal(UNNAMED),
            why: () => seal(FROM_TABLE),
          },
        )
    },
    context,
    { keepsTexts: true },
  )
}

export const importRows: Handler<'upkeep/import'> = async ({ rows }, context) => {
  const bySubject = new Map<string, { about: UpkeepSubject; rows: Row[] }>()
  for (const row of rows) {
    const key = subjectKey(row.about)
    const group = bySubject.get(key) ?? { about: row.about, rows: [] }
    group.rows.push(row)
    bySubject.set(key, group)
  }
  const all: Changes[] = []
  const faults: ImportedRow[] = []
  for (const { about, rows: ofThis } of bySubject.values()) {
    const changes = await ofSubject(about, ofThis, context)
    if (changes.ok) all.push(changes)
    else
      faults.push(
        ...ofThis.map(({ row }) => ({
          ...{ row, outcome: 'refused' as const },
          message: localized(changes.message.zh, changes.message.en),
        })),
      )
  }
  const refused = faultyRows(faults)
  if (refused) return refused
  const recorded = all.reduce((sum, { events }) => sum + events.length, 0)
  return joinChanges(all, { recorded })
}
