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
/** The draft of the document (`planId` null) or of a plan, and the name of its text. */
type Text = { planId: string | null; saved: { draft: PlanDraft; basedOn: string } | null }

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

  async function textOf(planId: string | null): Promise<Text | null> {
    const answer =
      planId === null
        ? await board.request('documents/draft-read', { document })
        : await board.request('plans/draft-read', { planId })
    return answer.ok ? { planId, saved: answer.reply } : null
  }
  /** The text as it was before; what was no draft then is none again. */
  function putBack(before: Text, basedOn: string): Promise<Answered | null> {
    const { planId, saved } = before
    if (planId === null)
      return saved
        ? send('documents/draft-save', { document, draft: saved.draft, basedOn })
        : send('documents/draft-discard', { document, basedOn })
    return saved
      ? send('plans/draft-save', { planId, draft: saved.draft, basedOn })
      : send('plans/draft-discard', { planId, basedOn })
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

  /**
   * The texts that a command may change are read before it, so that there is a way back: the plan,
   * and the document, which may get a clause, a post by it. The plan goes back first, so that none
   * of its steps cites a clause that is gone.
   */
  async function written(
    planId: string | null,
    last: Omit<Recent, 'undo'>,
    sends: () => Promise<Answered | null>,
  ): Promise<boolean> {
    const texts = planId === null ? [null] : [planId, null]
    const read = (): Promise<readonly (Text | null)[]> => Promise.all(texts.map(textOf))
    const before = await read()
    const answer = await sends()
    if (!answer?.ok) return false
    const after = await read()
    const undo = async (): Promise<boolean> => {
      let back: Answered | null = null
      for (const [index, text] of before.entries()) {
        const basedOn = after[index]?.saved?.basedOn
        if (!text || basedOn === undefined || basedOn === text.saved?.basedOn) continue
        back = await putBack(text, basedOn)
        if (!back?.ok) break
      }
      return finished(back, null)
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
