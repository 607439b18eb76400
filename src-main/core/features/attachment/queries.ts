/** Lists the files of a plan or a document. */
import { drawAttachments } from '#shared/domain/plan-attachment/draw.ts'
import type { QueryHandler } from '../handler.ts'
import { pageOf } from '../document/data.ts'
import { latestPlan } from '../plan/data.ts'
import { opened } from '../opened.ts'
import { attachmentsOf, noSubject, standingFiles } from './data.ts'

const list: QueryHandler<'attachment/list'> = async ({ about }, context) => {
  const refused = noSubject(about, context)
  if (refused) return refused
  const plan = 'planId' in about ? latestPlan(about.planId, context) : null
  const document = plan && pageOf(plan.document, context)
  const reply = {
    files: drawAttachments(attachmentsOf(about, context)),
    document: document ? { id: document.id, title: document.title } : null,
    ofDocument: document ? standingFiles({ documentId: document.id }, context) : [],
  }
  return { ok: true, reply: await opened(reply, context) }
}

export const attachmentQueries = { 'attachment/list': list }
