/** Reads who gets written reports. */
import type { QueryHandler } from '../handler.ts'

const copiesRead: QueryHandler<'bulletin/copies-read'> = async (_input, { memory }) => ({
  ok: true,
  reply: { arranged: memory.documents.get('report-copies', 'report-copies') },
})

export const bulletinQueries = { 'bulletin/copies-read': copiesRead }
