/**
 * Takes a table of risks in, all of its rows or none. They are read before their turn in the queue,
 * in parts, so that nobody waits for a long table.
 */
import { localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { faultyRows, type ImportedRow } from '#shared/domain/imported-row.ts'
import { spelled } from '#shared/domain/places/known.ts'
import { standingRisks, type Risk } from '#shared/domain/risk/risk.ts'
import { riskRowReader, type RiskRow, type TakenRisk } from '#shared/domain/risk/rows.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import { openedBy } from '../contacts/sealing.ts'
import {
  isRefusal,
  type CommandContext,
  type PreparedHandler,
  type StationContext,
} from '../handler.ts'
import { atOnce, inParts } from '../in-parts.ts'
import { ownerOf, ownersCalled, type OwnerInput } from '../people/owner.ts'
import { decided } from './commands.ts'

const plain = (title: string): string => spelled(title.replace(/[《》]/g, ''))
/** Gives the id of the plan of a title, with or without 《》. */
function plansCalled({
  library,
}: Pick<StationContext, 'library'>): (title: string) => string | null {
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

/** What the rows come to, and the risks that they were read against. */
type Read = {
  risks: ReadonlyMap<string, Risk>
  outcomes: readonly ImportedRow[]
  taken: readonly TakenRisk[]
}

/** `at` in UTC ms. `pause`: where other work has its turn. */
async function readRows(
  rows: readonly RiskRow[],
  context: Pick<StationContext, 'memory' | 'library'>,
  at: number,
  pause: () => Promise<void>,
): Promise<Read> {
  const { memory } = context
  const risks = memory.documents.all('risk')
  const current = standingRisks(risks.values())
  await memory.fetchValues(current)
  const opened = openedBy(memory)
  const known = current.map(({ what, place, measures, owner, ...risk }) => ({
    ...{ id: risk.id, kind: risk.kind, grade: risk.grade, planId: risk.planId },
    ...{ what: opened(what), measures: opened(measures), assessedOn: risk.assessedOn },
    place: place && opened(place),
    owner: owner && (owner.post?.name.zh ?? (owner.person ? opened(owner.person) : '')),
  }))
  const { read, taken } = riskRowReader(known, {
    today: localDate(at, memory.site.zone),
    planCalled: plansCalled(context),
  })
  return { risks, outcomes: await inParts(rows, read, pause), taken }
}

const importRows: PreparedHandler<'risk/import', Read> = {
  prepare: async ({ rows }, context) => readRows(rows, context, context.now(), context.pause),
  async handle({ rows, preview }, context, prepared) {
    const { outcomes, taken } =
      context.memory.documents.all('risk') === prepared.risks
        ? prepared // else somebody was quicker: it is read again, on what there is now
        : await readRows(rows, context, context.meta.at, atOnce)
    const reply = { rows: outcomes }
    const refused = preview ? changesOf({ reply }) : faultyRows(outcomes)
    if (refused) return refused
    const all: Changes[] = []
    const ownerCalled = ownersCalled(context)
    for (const risk of taken) {
      const changes = assessed(risk, ownerCalled, context)
      if (isRefusal(changes)) return changes
      all.push(changes)
    }
    return joinChanges(all, reply)
  },
}

export const riskImport = { 'risk/import': importRows }
