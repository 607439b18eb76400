/** Reads a plan file from a picker for the station, which reads its YAML. */
import type { Answered, Input, Name, Refused } from '#shared/contract/contract.ts'
import type { SavedDraft } from '#shared/contract/plans.ts'

/**
 * More than a plan file may have, in bytes: what is larger is not even read. The station refuses
 * what is too long for it.
 */
const MOST = 1024 * 1024

/**
 * The text of a chosen file: UTF-8, else GB 18030, which editors in China still write (GBK is a
 * part of it). Null: it is too large, or it is no text in either.
 */
export async function textOf(file: Blob): Promise<string | null> {
  if (file.size > MOST) return null
  const bytes = await file.arrayBuffer()
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return null
}

type Request = <N extends Name>(name: N, input: Input<N>) => Promise<Answered<N>>

/**
 * The id that a plan file begins with, null if it does not say one: only to ask before somebody's
 * draft is replaced.
 */
export const idIn = (yaml: string): string | null =>
  /^id:\s*['"]?([a-z][a-z0-9._-]{0,59})['"]?\s*(?:#.*)?$/m.exec(yaml)?.[1] ?? null

export type Imported =
  | { ok: true; planId: string; findings: number }
  | { ok: false; refused: Refused }
  | { ok: false; draft: SavedDraft; planId: string }

/**
 * Takes a file in as a draft. A draft that is already there is not replaced unless `over` says so:
 * then it is answered what is there.
 */
export async function importPlan(request: Request, yaml: string, over = false): Promise<Imported> {
  const id = idIn(yaml)
  const there = id === null ? null : await request('plans/draft-read', { planId: id })
  const before = there?.ok ? there.reply : null
  if (before && id !== null && !over) return { ok: false, draft: before, planId: id }
  const answer = await request('plans/import', { yaml, basedOn: before?.basedOn ?? null })
  return answer.ok
    ? { ok: true, planId: answer.reply.planId, findings: answer.reply.findings.length }
    : { ok: false, refused: answer }
}
