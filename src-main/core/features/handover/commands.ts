/**
 * Handlers of the shift handover: a trouble noted or settled, the two signatures, the alarm that
 * was heard. What is signed is read before its batch, so that no alarm waits for it.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import { decideHandover, type HandoverCommand } from '#shared/domain/handover/decide.ts'
import { handoverStream, NO_HANDOVER } from '#shared/domain/handover/stream.ts'
import { decideHandoverSheet, type SignSheet } from '#shared/domain/handover-sheet/decide.ts'
import type { HandoverPage } from '#shared/domain/handover-sheet/page.ts'
import { handoverSheetStream } from '#shared/domain/handover-sheet/stream.ts'
import { joinChanges, recordDecision, streamChanges, type Changes } from '../../engine/changes.ts'
import type { Json, Seal } from '../../ports.ts'
import {
  sealer,
  type CommandContext,
  type Handler,
  type PreparedHandler,
  type QueryContext,
} from '../handler.ts'
import { readPage } from './page.ts'

type Decided = { command: HandoverCommand; seals?: readonly Seal[]; reply?: Json }

async function record(
  { command, seals = [], reply = {} }: Decided,
  { memory, meta }: CommandContext,
): Promise<Changes | Refusal> {
  const state = memory.documents.get('handover', 'handover') ?? NO_HANDOVER
  await memory.fetchValues(state)
  const world = { open: memory.value, zone: memory.site.zone }
  const decision = decideHandover(state, command, world)
  const changes = recordDecision(handoverStream, '', state, decision, meta, reply)
  return changes.ok ? { ...changes, seals: [...seals] } : changes
}

const addNote: Handler<'handover/note'> = async ({ words }, context) => {
  const { vault, meta } = context
  const { seal, seals } = sealer(vault, handoverStream.nameOf(''))
  const noteId = vault.id(meta.at)
  const command = { type: 'AddTroubleNote', noteId, words: seal(words) } as const
  return record({ command, seals, reply: { noteId } }, context)
}

const settle: Handler<'handover/note-settle'> = async ({ noteId, words }, context) => {
  const { sealOrNull, seals } = sealer(context.vault, handoverStream.nameOf(''))
  const command = { type: 'SettleTroubleNote', noteId, words: sealOrNull(words) } as const
  return record({ command, seals }, context)
}

const hear: Handler<'handover/heard'> = async (_input, context) =>
  record({ command: { type: 'HearTone' } }, context)

/** What is shown to whoever signs, with the values that an older record holds in clear. */
type Prepared = { handoverId: string; page: HandoverPage; seals: readonly Seal[] }

async function pageFor(handoverId: string, context: QueryContext): Promise<Prepared> {
  const { seals, ...sealing } = sealer(context.vault, handoverSheetStream.nameOf(handoverId))
  return { handoverId, page: await readPage(context, sealing), seals }
}

type Signing = {
  name: Personal
  as: SignSheet['as']
  commandOf: (person: SignSheet['person']) => HandoverCommand
  reply?: Json
}

async function sheetChanges(
  handoverId: string,
  command: SignSheet,
  { memory, meta }: { memory: CommandContext['memory']; meta: Meta },
): Promise<Changes> {
  const sheet = await memory.documents.read('handover-sheet', handoverId)
  const { events } = decideHandoverSheet(sheet, command)
  return streamChanges(handoverSheetStream, handoverId, sheet, { events, meta })
}

/** The signature and the sheet that keeps what was shown to it: both or neither. */
async function sign(
  { name, as, commandOf, reply = {} }: Signing,
  { handoverId, page, seals: ofPage }: Prepared,
  context: CommandContext,
): Promise<Changes | Refusal> {
  const { seal, seals } = sealer(context.vault, handoverStream.nameOf(''))
  const person = seal(name)
  const signed = await record({ command: commandOf(person) }, context)
  if (!signed.ok) return signed
  const sheet = await sheetChanges(handoverId, { type: 'SignSheet', as, person, page }, context)
  return { ...joinChanges([signed, sheet], reply), seals: [...seals, ...ofPage] }
}

const give: PreparedHandler<'handover/give', Prepared> = {
  prepare: async (_input: Parsed<'handover/give'>, context) =>
    pageFor(context.vault.id(context.now()), context),
  handle: async ({ gives, replaces = null }, context, prepared) => {
    const { handoverId } = prepared
    const commandOf = (sealed: SignSheet['person']): HandoverCommand => ({
      type: 'GiveHandover',
      handoverId,
      gives: { name: gives, sealed },
      replaces,
    })
    return sign({ name: gives, as: 'gives', commandOf, reply: { handoverId } }, prepared, context)
  },
}

const take: PreparedHandler<'handover/take', Prepared> = {
  prepare: async ({ handoverId }, context) => pageFor(handoverId, context),
  handle: async ({ handoverId, takes }, context, prepared) => {
    const commandOf = (sealed: SignSheet['person']): HandoverCommand => ({
      type: 'TakeHandover',
      handoverId,
      takes: { name: takes, sealed },
    })
    return sign({ name: takes, as: 'takes', commandOf }, prepared, context)
  },
}

export const handoverCommands = {
  'handover/note': addNote,
  'handover/note-settle': settle,
  'handover/heard': hear,
  'handover/give': give,
  'handover/take': take,
}
