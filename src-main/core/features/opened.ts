/** Puts personal values in place of their seals, in what a query answers. */
import { referredIn, withValues } from '#shared/domain/sealed.ts'
import type { StationContext } from './handler.ts'

/** `drawn`: plain JSON whose sentences name seals (`inSentence`). A purged value leaves a word. */
export async function opened<T>(
  drawn: T,
  { memory }: { memory: Pick<StationContext['memory'], 'fetchValues' | 'value'> },
): Promise<T> {
  await memory.fetchValues(referredIn(drawn))
  return withValues(drawn, memory.value)
}
