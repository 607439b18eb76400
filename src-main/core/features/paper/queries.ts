/** Handlers that read papers: what a file would give, and what became of each sentence. */
import type { GoneSentence, PaperSentenceRead, PaperSummary } from '#shared/contract/papers.ts'
import { compareEditions } from '#shared/domain/plan-paper/editions.ts'
import { outlineOf } from '#shared/domain/plan-paper/outline.ts'
import { unknownPaper } from '#shared/domain/plan-paper/refusals.ts'
import { countsOf, standingOf } from '#shared/domain/plan-paper/standing.ts'
import { PURGED, shown, shownOrNull } from '#shared/domain/sealed.ts'
import type { PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { isRefusal, type QueryContext, type QueryHandler } from '../handler.ts'
import { replied, titleOf } from '../plan/data.ts'
import { madeOf, openedSentence, paperOf, paperStanding, writtenDocument } from './data.ts'
import { draftedFrom, readingOf, usualKinds } from './reading.ts'

/** What a draft is headed with; `otherwise` where it has no title. */
const titleIn = (draft: PlanDraft | null, otherwise: string): LocalizedText =>
  titleOf(draft ?? {}) ?? localized(otherwise, otherwise)

const look: QueryHandler<'papers/look'> = async (input, context) => {
  const reading = await readingOf(input, context)
  if (isRefusal(reading)) return reading
  const { memory } = context
  const siteKinds = usualKinds(context)
  const about = { document: 'paper', title: reading.title, siteKinds }
  const answer = await draftedFrom(reading, about, context)
  if (isRefusal(answer)) return answer
  const { sentences, plans } = answer.drafted
  const known = [...memory.documents.all('paper')].flatMap(([document, { editions }]) =>
    editions.some(({ file }) => file.sha256 === reading.file.sha256)
      ? [{ document, title: titleIn(writtenDocument(document, memory.documents), document) }]
      : [],
  )
  return replied({
    ...{ title: reading.title, siteKinds, known },
    sentences: sentences.filter(({ kind }) => kind !== 'heading' && kind !== 'contents').length,
    plans: plans.map((plan) => ({
      title: titleIn(plan, String(plan['id'])).zh,
      steps: ((plan['steps'] ?? []) as readonly unknown[]).length,
    })),
  })
}

async function summaryOf(
  document: string,
  context: QueryContext,
): Promise<readonly PaperSummary[]> {
  const read = await paperStanding(document, context)
  const latest = context.memory.documents.get('paper', document)?.editions.at(-1)
  if (!read || !latest) return []
  return [
    {
      document,
      title: titleIn(writtenDocument(document, context.memory.documents), document),
      at: latest.at,
      editions: latest.edition,
      counts: countsOf(read.sentences, read.standing),
    },
  ]
}

const list: QueryHandler<'papers/list'> = async (_input, context) => {
  const all: PaperSummary[] = []
  for (const document of context.memory.documents.all('paper').keys()) {
    all.push(...(await summaryOf(document, context)))
    await context.pause()
  }
  return replied(all)
}

const sentences: QueryHandler<'papers/sentences'> = async ({ document }, context) => {
  const read = await paperOf(document, context)
  const latest = read?.paper.editions.at(-1)
  if (!read || !latest) return unknownPaper(document)
  const { memory } = context
  const { paper } = read
  const texts = madeOf(document, context)
  const states = standingOf(read.sentences, paper.aside, texts)
  const before = paper.before.map((sentence) => openedSentence(sentence, memory.value))
  const changes = compareEditions(before, read.sentences)
  const added = new Set(paper.editions.length > 1 ? changes.added : [])
  const textBefore = new Map(before.map(({ id, text }) => [id, text]))
  const shownText = (text: string | null): string => text ?? PURGED.zh

  const now = read.sentences.map(({ text, ...sentence }, index): PaperSentenceRead => {
    const { state = 'open', uses = [] } = states[index] ?? {}
    const was = changes.changed[sentence.id]
    return {
      ...{ ...sentence, state, uses },
      text: shownText(text),
      why: shownOrNull(paper.aside[sentence.id]?.reason, memory.value),
      change: was !== undefined ? 'changed' : added.has(sentence.id) ? 'new' : null,
      was: was === undefined ? null : shownText(textBefore.get(was) ?? null),
    }
  })
  const gone = before.filter(({ id }) => changes.gone.includes(id))
  const standingBefore = standingOf(gone, {}, texts)
  return replied({
    document,
    title: titleIn(texts.document, document),
    name: shown(latest.name, memory.value),
    ...{ sha256: latest.file.sha256, at: latest.at, by: latest.by, editions: latest.edition },
    counts: countsOf(read.sentences, states),
    sentences: now,
    gone: gone.map(({ id, number, text }, index): GoneSentence => ({
      ...{ id, number, text: shownText(text) },
      uses: standingBefore[index]?.uses ?? [],
    })),
    outline: outlineOf(texts),
  })
}

export const paperQueries = {
  'papers/look': look,
  'papers/list': list,
  'papers/sentences': sentences,
}
