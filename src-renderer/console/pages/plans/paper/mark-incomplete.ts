/**
 * Marks the draft of a document or a plan as incomplete, so that it can be approved while sentences
 * of its paper are open.
 */
import type { useBoard } from '#renderer/stores/board.ts'

type Board = Pick<ReturnType<typeof useBoard>, 'request'>

/** Of a document. Nothing happens where nobody writes it, or it says so already. */
export async function markDocument(board: Board, document: string): Promise<void> {
  const read = await board.request('documents/draft-read', { document })
  if (!read.ok || !read.reply || read.reply.draft['completeness'] === 'incomplete') return
  const { basedOn } = read.reply
  const draft = { ...read.reply.draft, completeness: 'incomplete' }
  await board.request('documents/draft-save', { document, draft, basedOn })
}

/** Of a plan: the name of its text afterwards; null: nobody writes it, or it was not saved. */
export async function markPlan(board: Board, planId: string): Promise<string | null> {
  const read = await board.request('plans/draft-read', { planId })
  if (!read.ok || !read.reply) return null
  const { basedOn } = read.reply
  if (read.reply.draft['completeness'] === 'incomplete') return basedOn
  const draft = { ...read.reply.draft, completeness: 'incomplete' }
  const saved = await board.request('plans/draft-save', { planId, draft, basedOn })
  return saved.ok ? saved.reply.basedOn : null
}
