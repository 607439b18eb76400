/** Seals the reasons for which something is passed over at a gate. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import type { LoadedIncident } from '../handler.ts'

/** A text that serves several is sealed once. */
export function sealedReasons(
  reasons: Parsed<'incident/move'>['reasons'],
  { seal }: LoadedIncident,
): Readonly<Record<string, Sealed>> {
  const named = Object.entries(reasons ?? {})
  const seals = new Map(
    [...new Set(named.map(([, text]) => text))].map((text) => [text, seal(text)]),
  )
  return Object.fromEntries(
    named.flatMap(([name, text]) => {
      const sealed = seals.get(text)
      return sealed ? [[name, sealed]] : []
    }),
  )
}
