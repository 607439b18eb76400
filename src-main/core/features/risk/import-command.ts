/** Takes a table of risks in, all of its rows or none. */
import { localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { spelled } from '#shared/domain/places/known.ts'
import { standingRisks } from '#shared/domain/risk/risk.ts'
import { readRiskRows, type TakenRisk } from '#shared/domain/risk/rows.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import { openedBy } from '../contacts/sealing.ts'
import { isRefusal, type CommandContext, type Handler } from '../handler.ts'
import { ownerOf, ownersCalled, type OwnerInput } from '../people/owner.ts'
import { decided } from './commands.ts'

const plain = (title: string): string => spelled(title.replace(/[《》]/g, ''))
/** Gives the id of the plan of a title, with or without 《》. */
function plansCalled({ library }: CommandContext): (title: string) => string | null {
  const ids = new Map(
    library
      .plans()
      .flatMap(({ id, title }) => Object.values(title).map((name) => [plain(name), id] as const)),
  )
  return (title) => ids.get(plain(title)) ?? null
}

function assessed(
  { riskId, row, place, planId, owner, assessedOn }: TakenRisk,
  ownerCalled: (name: string) => OwnerInput,
  context: CommandContext,
) {
  const id = riskId ?? context.vault.id(context.meta.at)
  const before = context.memory.documents.get('risk', id)
  return decided(
    id,
    ({ seal, sealOrNull }) => ({
      type: 'AssessRisk',
      fields: {
        ...{ kind: row.kind, grade: row.grade, planId, assessedOn },
        ...{ what: seal(row.what as Personal), measures: seal(row.measures as Personal) },
        place: sealOrNull(place as Personal | null),
        owner:
          owner === undefined
            ? (before?.owner ?? null)
            : ownerOf(ownerCalled(owner), { seal }, context),
      },
    }),
    context,
  )
}

const importRows: Handler<'risk/import'> = async ({ rows, preview }, context) => {
  const { memory, meta } = context
  const risks = standingRisks(memory.documents.all('risk').values())
  await memory.fetchValues(risks)
  const opened = openedBy(memory)
  const known = risks.map(({ what, place, measures, owner, ...risk }) => ({
    ...{ id: risk.id, kind: risk.kind, grade: risk.grade, planId: risk.planId },
    ...{ what: opened(what), measures: opened(measures), assessedOn: risk.assessedOn },
    place: place && opened(place),
    owner: owner && (owner.post?.name.zh ?? (owner.person ? opened(owner.person) : '')),
  }))
  const read = readRiskRows(rows, known, {
    today: localDate(meta.at, memory.site.zone),
    planCalled: plansCalled(context),
  })
  const reply = { rows: read.rows }
  const refused = preview ? changesOf({ reply }) : faultyRows(read.rows)
  if (refused) return refused
  const all: Changes[] = []
  const ownerCalled = ownersCalled(context)
  for (const taken of read.taken) {
    const changes = assessed(taken, ownerCalled, context)
    if (isRefusal(changes)) return changes
    all.push(changes)
  }
  return joinChanges(all, reply)
}

export const riskImport = { 'risk/import': importRows }
