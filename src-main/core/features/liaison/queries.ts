/** Reads the talks with authorities and partners, the last one first. */
import type { TalkRead } from '#shared/contract/liaison.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { standingTalks, type Talk } from '#shared/domain/liaison/talk.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import type { QueryHandler } from '../handler.ts'
import { opened } from '../opened.ts'

const drawn = (talk: Talk): TalkRead => {
  const { id, on, kind, contactId, whom, person, words, agreed, at, by, withdrawn } = talk
  return {
    ...{ id, on, kind, contactId, at, by },
    ...{ whom: inSentence(whom), person: inSentence(person), words: inSentence(words) },
    agreed: agreed && inSentence(agreed),
    withdrawn: withdrawn && { ...withdrawn, reason: inSentence(withdrawn.reason) },
  }
}

const list: QueryHandler<'liaison/list'> = async (_input, context) => {
  const { memory, now } = context
  const all = [...memory.documents.all('talk').values()]
  const withdrawn = all
    .filter((talk) => talk.withdrawn !== null)
    .sort((a, b) => (b.withdrawn?.at ?? 0) - (a.withdrawn?.at ?? 0))
  const talks = await opened([...standingTalks(all), ...withdrawn].map(drawn), context)
  return { ok: true, reply: { talks, today: localDate(now(), memory.site.zone) } }
}

export const liaisonQueries = { 'liaison/list': list }
