/** The plan files of an installation, read, checked and merged, for whatever kind of site. */
import type { PlanDraft } from '#main/core/ports.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { inspect } from './inspect.ts'
import { libraryFiles, readFiles, type FileFinding } from './read.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'

/** `plans` are those without an error; `source` is what the file of a plan says, as written. */
export type ShippedLibrary = {
  documents: readonly DocumentData[]
  plans: readonly Plan[]
  findings: readonly FileFinding[]
  source: (planId: string) => PlanDraft | null
}

/** Reads the files of a library folder (`<plansDir>/<document>/*.yaml`). */
export function readShipped(
  plansDir: string,
): ShippedLibrary & { files: ReadonlyMap<string, string> } {
  const sources = readFiles(libraryFiles(plansDir))
  const written = new Map(sources.plans.map(({ data, raw }) => [data.id, raw as PlanDraft]))
  const { plans, findings } = inspect(sources)
  return {
    documents: sources.documents.map(({ data }) => data),
    plans,
    findings,
    source: (planId) => written.get(planId) ?? null,
    files: new Map(sources.plans.map(({ data, file }) => [data.id, file])),
  }
}
