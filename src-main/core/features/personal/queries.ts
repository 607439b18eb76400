/**
 * Handler that counts the events which hold personal values in clear. They are old ones, so that
 * what was counted once is not read again.
 */
import { countingClear } from '#shared/domain/clear-values.ts'
import { homeIn } from '#shared/domain/places/area.ts'
import type { Journal } from '../../ports.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { isPrivateType } from '../guarded.ts'

const PAGE = 500 // events in one go; between two of them other work has its turn

type Counted = { position: number; counting: ReturnType<typeof countingClear> }
/** `places`: the register by which it was counted what a home is. */
const last = new WeakMap<Journal, { places: unknown; counted: Promise<Counted> }>()

async function readOn(before: Promise<Counted>, context: QueryContext): Promise<Counted> {
  const { counting, position } = await before
  let read = position
  for (;;) {
    const page = await context.record.eventsAfter(read, PAGE)
    counting.add(page)
    read = page.at(-1)?.seq ?? read
    if (page.length < PAGE) return { counting, position: read }
    await context.pause()
  }
}

const clearValues: QueryHandler<'journal/clear-values'> = async (_input, context) => {
  const places = context.memory.documents.get('places', 'places')
  const register = context.memory.places()
  const fresh = (): Counted => ({
    position: 0,
    counting: countingClear(
      (type) => isPrivateType(type, context),
      (place) => homeIn(place, register) !== null,
    ),
  })
  const before = last.get(context.record)
  const counted = before?.places === places ? before.counted : Promise.resolve(fresh())
  // what fails once is counted from the beginning the next time
  const after = readOn(counted, context)
  last.set(context.record, { places, counted: after })
  after.catch(() => last.delete(context.record))
  const { counting, position } = await after
  return { ok: true, reply: { ...counting.result(), position } }
}

export const personalQueries = { 'journal/clear-values': clearValues }
