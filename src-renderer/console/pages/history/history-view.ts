/** Finds the view of the history that a place names. */
import type { Place } from '../../base/route.ts'

export type View =
  { kind: 'list' } | { kind: 'record'; incidentId: string } | { kind: 'replay'; incidentId: string }

/** `#/history?q=…`, `#/history/<id>`, `#/history/<id>/replay`. */
export function viewOf({ path: [, incidentId, part] }: Place): View {
  if (incidentId === undefined) return { kind: 'list' }
  return part === 'replay' ? { kind: 'replay', incidentId } : { kind: 'record', incidentId }
}
