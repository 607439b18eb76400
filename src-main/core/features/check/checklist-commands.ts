/** Handlers of checklists: taken into use, changed, taken out of a table, used no more. */
import type { Parsed } from '#shared/contract/contract.ts'
import { latest, type Checklist, type CheckPoint } from '#shared/domain/checklist/checklist.ts'
import { decideChecklist } from '#shared/domain/checklist/decide.ts'
import { unknownChecklist } from '#shared/domain/checklist/refusals.ts'
import { decideChecklistRows } from '#shared/domain/checklist/rows.ts'
import { checklistStream, type ChecklistSaved } from '#shared/domain/checklist/stream.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { changesOf, joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { longestOf } from './data.ts'

type Input = Parsed<'checklist/save'>

/** What the code of a point says: short enough to be typed from a label that cannot be read. */
const CODE_LENGTH = 8

/** A point that stays keeps its code, so that its label need not be printed again. */
function pointsOf(
  { points }: Input,
  checklistId: string,
  before: Checklist | null,
  { vault, meta }: CommandContext,
): readonly CheckPoint[] {
  const known = new Map(
    (before?.versions ?? []).flatMap((version) => version.points.map((point) => [point.id, point])),
  )
  return (points ?? []).map(({ id, name, placeId }) => {
    const pointId = id ?? vault.id(meta.at)
    const digest = vault.digest(checklistId, pointId).slice(0, CODE_LENGTH).toUpperCase()
    const code = known.get(pointId)?.code ?? `P-${digest}`
    return { id: pointId, name, code, placeId: placeId ?? null }
  })
}

const contentIn = (
  input: Input,
  checklistId: string,
  before: Checklist | null,
  { seal, sealOrNull }: Sealing,
  context: CommandContext,
): Omit<ChecklistSaved, 'type'> => {
  const { shippedId, name, kind, items, rhythm, owner, reportsItself, reason } = input
  const shipped = context.library.checklists().find(({ id }) => id === shippedId)
  return {
    ...{ name, kind, rhythm },
    shippedId: shipped?.id ?? before?.shippedId ?? null,
    source: shipped?.source ?? before?.source ?? null,
    items: items.map(({ id, text, kind: itemKind, unit, min, max, critical, photo }) => ({
      ...{ id: id ?? context.vault.id(context.meta.at), text, kind: itemKind },
      ...{ unit: unit ?? null, min: min ?? null, max: max ?? null },
      ...{ critical: critical ?? false, photo: photo ?? false },
    })),
    points: pointsOf(input, checklistId, before, context),
    owner: owner ? ownerOf(owner, { seal }, context) : null,
    reportsItself: reportsItself ?? false,
    reason: sealOrNull(reason),
  }
}

function saved(
  checklistId: string,
  before: Checklist | null,
  content: (sealing: Sealing) => Omit<ChecklistSaved, 'type'>,
  context: CommandContext,
): Changes | Refusal {
  const { seals, ...sealing } = sealer(context.vault, checklistStream.nameOf(checklistId))
  const command = { type: 'SaveChecklist' as const, content: content(sealing) }
  const world = { longest: longestOf(context), open: openIn(seals, context) }
  const changes = recordDecision(
    checklistStream,
    checklistId,
    { id: checklistId, checklist: before },
    decideChecklist(before, command, world),
    context.meta,
    { checklistId, version: (before?.versions.length ?? 0) + 1 },
  )
  return changes.ok ? { ...changes, seals } : changes
}

const save: Handler<'checklist/save'> = async (input, context) => {
  const { memory, vault, meta } = context
  const before = input.checklistId ? memory.documents.get('checklist', input.checklistId) : null
  if (input.checklistId && !before) return unknownChecklist()
  const refused = input.owner ? refusedOwners([input.owner], context) : null
  if (refused) return refused
  if (before) await memory.fetchValues(latest(before))
  const id = before?.id ?? vault.id(meta.at)
  return saved(id, before, (sealing) => contentIn(input, id, before, sealing, context), context)
}

const withdraw: Handler<'checklist/withdraw'> = async ({ checklistId, reason }, context) => {
  const { memory, vault, meta } = context
  const { seals, seal } = sealer(vault, checklistStream.nameOf(checklistId))
  const checklist = memory.documents.get('checklist', checklistId)
  const command = { type: 'WithdrawChecklist' as const, reason: seal(reason) }
  const world = { longest: longestOf(context), open: memory.value }
  const state = { id: checklistId, checklist }
  const decision = decideChecklist(checklist, command, world)
  const changes = recordDecision(checklistStream, checklistId, state, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

/** A value that comes with the command, or is at hand. */
const openIn =
  (
    seals: readonly { sealed: string; value: string }[],
    { memory }: CommandContext,
  ): CommandContext['memory']['value'] =>
  (sealed) =>
    seals.find((seal) => seal.sealed === sealed?.sealed)?.value ?? memory.value(sealed)

const importRows: Handler<'checklist/import'> = async ({ rows, preview }, context) => {
  const { memory, vault, meta } = context
  const known = [...memory.documents.all('checklist').values()]
  for (const list of known) await memory.fetchValues(latest(list))
  const read = decideChecklistRows(known, rows, () => vault.id(meta.at))
  const reply: Json = { rows: read.rows as unknown as Json }
  if (preview) return changesOf({ reply })
  const faulty = faultyRows(read.rows)
  if (faulty) return faulty
  const all: Changes[] = []
  for (const { checklistId, content } of read.lists) {
    const before = known.find(({ id }) => id === checklistId) ?? null
    const changes = saved(checklistId, before, () => content, context)
    if (changes.ok) all.push(changes)
    else if (changes.code !== 'no-change') return changes
  }
  return joinChanges(all, reply)
}

export const checklistCommands = {
  'checklist/save': save,
  'checklist/withdraw': withdraw,
  'checklist/import': importRows,
}
