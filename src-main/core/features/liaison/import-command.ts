/** Takes a table of talks with authorities and partners in, all of its rows or none. */
import { localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { readTalkRows, type TakenTalk } from '#shared/domain/liaison/rows.ts'
import { standingTalks } from '#shared/domain/liaison/talk.ts'
import { spelled } from '#shared/domain/places/known.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import { openedBy } from '../contacts/sealing.ts'
import { isRefusal, type CommandContext, type Handler } from '../handler.ts'
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

const importRows: Handler<'liaison/import'> = async ({ rows, preview }, context) => {
  const { memory, meta } = context
  const talks = standingTalks(memory.documents.all('talk').values())
  await memory.fetchValues([talks, memory.contacts()])
  const opened = openedBy(memory)
  const known = talks.map(({ id, on, kind, whom, person, words, agreed }) => ({
    ...{ id, on, kind, whom: opened(whom), person: opened(person), words: opened(words) },
    agreed: agreed && opened(agreed),
  }))
  const read = readTalkRows(rows, known, { today: localDate(meta.at, memory.site.zone) })
  const reply = { rows: read.rows }
  const refused = preview ? changesOf({ reply }) : faultyRows(read.rows)
  if (refused) return refused
  const all: Changes[] = []
  const contactCalled = contactsCalled(context)
  for (const taken of read.taken) {
    const changes = recorded(taken, contactCalled(taken.row.whom), context)
    if (isRefusal(changes)) return changes
    all.push(changes)
  }
  return joinChanges(all, reply)
}

export const liaisonImport = { 'liaison/import': importRows }
