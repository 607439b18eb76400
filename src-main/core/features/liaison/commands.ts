/** Handlers of talks with authorities and partners: recorded, put right, withdrawn. */
import { localDate } from '#shared/domain/calendar.ts'
import { unknownContact } from '#shared/domain/contacts/refusals.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { decideTalk, unknownTalk, type TalkCommand } from '#shared/domain/liaison/decide.ts'
import { liaisonStream } from '#shared/domain/liaison/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { withSeals } from '../contacts/sealing.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'

/** What follows of a command, sealed. */
export function decided(
  id: string,
  command: (sealing: Sealing) => TalkCommand,
  { memory, meta, vault }: CommandContext,
  reply: Changes['reply'] = {},
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, liaisonStream.nameOf(id))
  const talk = memory.documents.get('talk', id)
  const decision = decideTalk(talk, command(sealing), {
    today: localDate(meta.at, memory.site.zone),
  })
  const changes = recordDecision(liaisonStream, id, { id, talk }, decision, meta, reply)
  return changes.ok ? withSeals(changes, seals) : changes
}

const record: Handler<'liaison/record'> = async (input, context) => {
  const { talkId, contactId, on, kind } = input
  const { memory, vault, meta } = context
  if (talkId && !memory.documents.get('talk', talkId)) return unknownTalk()
  if (contactId && memory.contacts().every(({ id }) => id !== contactId))
    return unknownContact(contactId)
  const id = talkId ?? vault.id(meta.at)
  return decided(
    id,
    ({ seal, sealOrNull }) => ({
      type: 'RecordTalk',
      fields: {
        ...{ on, kind, contactId: contactId ?? null },
        ...{ whom: seal(input.whom), person: seal(input.person), words: seal(input.words) },
        agreed: sealOrNull(input.agreed),
      },
    }),
    context,
    { talkId: id },
  )
}

const withdraw: Handler<'liaison/withdraw'> = async ({ talkId, reason }, context) =>
  decided(talkId, ({ seal }) => ({ type: 'WithdrawTalk', reason: seal(reason) }), context)

export const liaisonCommands = { 'liaison/record': record, 'liaison/withdraw': withdraw }
