/**
 * What is done with a sentence of the paper, and how the last of it is taken back: of a text that
 * was changed by it only if nobody has changed it since.
 */
import { onScopeDispose, shallowRef } from 'vue'
import type { Answered } from '#shared/contract/contract.ts'
import type { PaperSentenceRead } from '#shared/contract/papers.ts'
import type { PlanDraft } from '#shared/contract/plans.ts'
import type { SentenceRole } from '#shared/domain/plan-paper/use-sentence.ts'
import { SECOND_MS } from '#shared/domain/units.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useCommand } from '#renderer/console/base/use-command.ts'
import type { papersZh } from '#renderer/i18n/papers.zh.ts'

const UNDO_MS = 30 * SECOND_MS

export type Done = keyof Omit<typeof papersZh.done, 'says' | 'undo'>
type Recent = { done: Done; sentence: string; text: string; undo: () => Promise<boolean> }
/** A text as it was, and the name of the text that it has become. */
type Text = { draft: PlanDraft; basedOn: string }

export function useSentenceActs(document: string, again: () => Promise<void>) {
  const board = useBoard()
  const command = useCommand()
  const { send } = command
  const recent = shallowRef<Recent | null>(null)
  let ending: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(ending))

  async function finished(answer: Answered | null, last: Recent | null): Promise<boolean> {
    if (!answer?.ok) return false
    clearTimeout(ending)
    recent.value = last
    if (last) ending = setTimeout(() => (recent.value = null), UNDO_MS)
    await again()
    return true
  }
  const about = ({ id, text }: PaperSentenceRead): Pick<Recent, 'sentence' | 'text'> => ({
    ...{ sentence: id, text },
  })

  const textOf = async (planId: string | null): Promise<Text | null> => {
    const answer =
      planId === null
        ? await board.request('documents/draft-read', { document })
        : await board.request('plans/draft-read', { planId })
    return answer.ok ? answer.reply : null
  }

  /** Without a reason it takes one key. */
  async function setAside(sentence: PaperSentenceRead, why: string | null): Promise<boolean> {
    const sentences = [sentence.id]
    const undo = async (): Promise<boolean> =>
      finished(await send('papers/take-back', { document, sentences }), null)
    return finished(
      await send('papers/set-aside', { document, sentences, ...(why ? { why } : {}) }),
      { done: 'aside', ...about(sentence), undo },
    )
  }
  async function takeBack(sentence: PaperSentenceRead): Promise<boolean> {
    const { id, why } = sentence
    const undo = async (): Promise<boolean> =>
      finished(
        await send('papers/set-aside', { document, sentences: [id], ...(why ? { why } : {}) }),
        null,
      )
    return finished(await send('papers/take-back', { document, sentences: [id] }), {
      ...{ done: 'takeBack', ...about(sentence), undo },
    })
  }

  /** The text that a command changes is read before it, so that there is a way back. */
  async function written(
    planId: string | null,
    last: Omit<Recent, 'undo'>,
    sends: () => Promise<Answered | null>,
  ): Promise<boolean> {
    const before = await textOf(planId)
    const answer = await sends()
    if (!answer?.ok) return false
    const after = await textOf(planId)
    const undo = async (): Promise<boolean> => {
      if (!before || !after) return false
      const { draft } = before
      const { basedOn } = after
      return finished(
        planId === null
          ? await send('documents/draft-save', { document, draft, basedOn })
          : await send('plans/draft-save', { planId, draft, basedOn }),
        null,
      )
    }
    return finished(answer, { ...last, undo })
  }
  function use(
    sentence: PaperSentenceRead,
    as: SentenceRole,
    planId: string | null,
    stepId: string | null,
  ): Promise<boolean> {
    const input = { document, sentence: sentence.id, as }
    return written(planId, { done: as, ...about(sentence) }, () =>
      send('papers/use', planId === null ? input : { ...input, planId, stepId }),
    )
  }
  const requote = (sentence: PaperSentenceRead): Promise<boolean> =>
    written(null, { done: 'requote', ...about(sentence) }, () =>
      send('papers/requote', { document, sentence: sentence.id }),
    )

  const complete = async (): Promise<boolean> =>
    finished(await send('papers/complete', { document }), null)

  async function undo(): Promise<string | null> {
    const last = recent.value
    if (!last) return null
    return (await last.undo()) ? last.sentence : null
  }
  return { command, recent, setAside, takeBack, use, requote, complete, undo }
}
