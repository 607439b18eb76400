/**
 * Handler that counts the events which hold personal values in clear. They are old ones, so that
 * what was counted once is not read again.
 */
import { countingClear } from '#shared/domain/clear-values.ts'
import type { Journal } from '../../ports.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { isPrivateType } from '../guarded.ts'

const PAGE = 500 // events in one go; between two of them other work has its turn

type Counted = { position: number; counting: ReturnType<typeof countingClear> }
const counted = new WeakMap<Journal, Promise<Counted>>()

async function readOn(before: Promise<Counted>, context: QueryContext): Promise<Counted> {
  const { counting, position } = await before
  let last = position
  for (;;) {
    const page = await context.record.eventsAfter(last, PAGE)
    counting.add(page)
    last = page.at(-1)?.seq ?? last
    if (page.length < PAGE) return { counting, position: last }
    await context.pause()
  }
}

const clearValues: QueryHandler<'journal/clear-values'> = async (_input, context) => {
  const fresh = (): Counted => ({
    position: 0,
    counting: countingClear((type) => isPrivateType(type, context)),
  })
  const before = counted.get(context.record) ?? Promise.resolve(fresh())
  // what fails once is counted from the beginning the next time
  const after = readOn(before, context)
  counted.set(context.record, after)
  after.catch(() => counted.delete(context.record))
  const { counting, position } = await after
  return { ok: true, reply: { ...counting.result(), position } }
}

export const personalQueries = { 'journal/clear-values': clearValues }
