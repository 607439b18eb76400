/**
 * Takes a table of talks with authorities and partners in, all of its rows or none. They are read
 * before their turn in the queue, in parts, so that nobody waits for a long table.
 */
import { localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { faultyRows, type ImportedRow } from '#shared/domain/imported-row.ts'
import { talkRowReader, type TakenTalk, type TalkRow } from '#shared/domain/liaison/rows.ts'
import { standingTalks, type Talk } from '#shared/domain/liaison/talk.ts'
import { spelled } from '#shared/domain/places/known.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import { openedBy } from '../contacts/sealing.ts'
import {
  isRefusal,
  type CommandContext,
  type PreparedHandler,
  type StationContext,
} from '../handler.ts'
import { atOnce, inParts } from '../in-parts.ts'
import { decided } from './commands.ts'

/** Gives the contact that goes by a name, if just one does. */
function contactsCalled({ memory }: CommandContext): (name: string) => string | null {
  const opened = openedBy(memory)
  const contacts = Map.groupBy(memory.contacts(), ({ name }) => spelled(opened(name)))
  return (name) => {
    const [contact, other] = contacts.get(spelled(name)) ?? []
    return contact && !other ? contact.id : null
  }
}

function recorded(
  { talkId, row, agreed }: TakenTalk,
  contactId: string | null,
  context: CommandContext,
) {
  const id = talkId ?? context.vault.id(context.meta.at)
  return decided(
    id,
    ({ seal, sealOrNull }) => ({
      type: 'RecordTalk',
      fields: {
        ...{ on: row.on, kind: row.kind, contactId },
        ...{ whom: seal(row.whom as Personal), person: seal(row.person as Personal) },
        ...{ words: seal(row.words as Personal), agreed: sealOrNull(agreed as Personal | null) },
      },
    }),
    context,
  )
}

/** What the rows come to, and the talks that they were read against. */
type Read = {
  talks: ReadonlyMap<string, Talk>
  outcomes: readonly ImportedRow[]
  taken: readonly TakenTalk[]
}

/** `at` in UTC ms. `pause`: where other work has its turn. */
async function readRows(
  rows: readonly TalkRow[],
  { memory }: Pick<StationContext, 'memory'>,
  at: number,
  pause: () => Promise<void>,
): Promise<Read> {
  const talks = memory.documents.all('talk')
  const current = standingTalks(talks.values())
  await memory.fetchValues(current)
  const opened = openedBy(memory)
  const known = current.map(({ id, on, kind, whom, person, words, agreed }) => ({
    ...{ id, on, kind, whom: opened(whom), person: opened(person), words: opened(words) },
    agreed: agreed && opened(agreed),
  }))
  const { read, taken } = talkRowReader(known, { today: localDate(at, memory.site.zone) })
  return { talks, outcomes: await inParts(rows, read, pause), taken }
}

const importRows: PreparedHandler<'liaison/import', Read> = {
  prepare: async ({ rows }, context) => readRows(rows, context, context.now(), context.pause),
  async handle({ rows, preview }, context, prepared) {
    const { memory, meta } = context
    const { outcomes, taken } =
      memory.documents.all('talk') === prepared.talks
        ? prepared // else somebody was quicker: it is read again, on what there is now
        : await readRows(rows, context, meta.at, atOnce)
    const reply = { rows: outcomes }
    const refused = preview ? changesOf({ reply }) : faultyRows(outcomes)
    if (refused) return refused
    await memory.fetchValues(memory.contacts())
    const all: Changes[] = []
    const contactCalled = contactsCalled(context)
    for (const talk of taken) {
      const changes = recorded(talk, contactCalled(talk.row.whom), context)
      if (isRefusal(changes)) return changes
      all.push(changes)
    }
    return joinChanges(all, reply)
  },
}

export const liaisonImport = { 'liaison/import': importRows }
